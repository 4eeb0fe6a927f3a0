package workbook.abilities;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workbook.transformer.Style;

/// How a network is trained to follow an [Instruction], and how often it does.
final class Obeying {

  static final int ROWS = 32;

  private Obeying() {}

  /// What is left out of training, or made wrong in it.
  enum Arm {
    /// Some combinations of verb, turn and number are left out.
    COMBINATIONS,
    /// `jump` is met alone only, never with another word.
    PRIMITIVE,
    /// The same as the first, but each answer is that of another instruction.
    SHUFFLED;

    /// The arm of a name.
    static Arm named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isHeldOut(Instruction instruction) {
      return this == PRIMITIVE ? instruction.usesJump() : instruction.hasHeldOut();
    }
  }

  static List<Instruction> instructions(int count, Predicate<Instruction> wanted, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(() -> Instruction.draw(random)).filter(wanted).limit(count).toList();
  }

  /// @param answered whose answers are written behind them; the same, unless they are shuffled
  static Batch batch(List<Instruction> asked, List<Instruction> answered) {
    int prompt = Instruction.LONGEST + 1;
    int answer = Instruction.LONGEST_ANSWER + 1;
    int time = prompt + answer - 1;
    int[] inputs = new int[asked.size() * time];
    int[] targets = new int[asked.size() * answer];
    for (int row = 0; row < asked.size(); row++) {
      int[] answerOfRow = answered.get(row).answer();
      System.arraycopy(asked.get(row).prompt(), 0, inputs, row * time, prompt);
      System.arraycopy(answerOfRow, 0, inputs, row * time + prompt, answer - 1);
      System.arraycopy(answerOfRow, 0, targets, row * answer, answer);
    }
    int[] places =
        IntStream.range(0, targets.length)
            .map(i -> i / answer * time + prompt - 1 + i % answer)
            .toArray();
    return new Batch(asked.size(), inputs, places, targets);
  }

  static Network network(Arm arm, double rate, int steps, long seed) {
    int context = Instruction.LONGEST + 1 + Instruction.LONGEST_ANSWER;
    return new Network(
        new Network.Size(Instruction.VOCABULARY, context, 2, 128, Style.Positions.LEARNED),
        rate,
        steps,
        seed,
        number -> {
          List<Instruction> asked =
              instructions(ROWS, instruction -> !arm.isHeldOut(instruction), number);
          return batch(
              asked,
              arm == Arm.SHUFFLED
                  ? instructions(ROWS, instruction -> !arm.isHeldOut(instruction), ~number)
                  : asked);
        });
  }

  /// The share of instructions to which a network writes all actions rightly, and no more.
  static double right(Network network, List<Instruction> asked) {
    int length = Instruction.LONGEST_ANSWER + 1;
    int[] written =
        network.write(asked.size(), batch(asked, asked).inputs(), Instruction.LONGEST + 1, length);
    long right =
        IntStream.range(0, asked.size())
            .filter(row ->
                Arrays.equals(
                    Arrays.copyOfRange(written, row * length, (row + 1) * length),
                    asked.get(row).answer()))
            .count();
    return (double) right / asked.size();
  }
}
