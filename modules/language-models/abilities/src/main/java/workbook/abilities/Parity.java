package workbook.abilities;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import workbook.transformer.Style;

/// Is the number of ones odd? Strings of bits, and how the answer is to be written.
///
/// @param length how many bits
/// @param arm how it is answered
record Parity(int length, Arm arm) {

  static final int EQUALS = 2;
  static final int DOT = 3;
  static final int VOCABULARY = 4;

  /// How many strings a step reads.
  static final int ROWS = 32;

  /// How an answer is written.
  enum Arm {
    /// The answer alone: `1101=1`.
    DIRECT,
    /// As many dots as there would be steps, then the answer: places to compute in, but nothing
    /// written in them: `1101=...1`.
    DOTS,
    /// The parity after each bit; the last one is the answer: `1101=1001`.
    STEPS;

    /// The arm of a name.
    static Arm named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether a string is never trained on: one of eight, told by its bits alone.
  static boolean isHeldOut(int... bits) {
    long value = 1;
    for (int bit : bits) {
      value = value << 1 | bit;
    }
    return (new SplittableRandom(value).nextInt() & 7) == 0;
  }

  /// Whether the number of ones is odd, after each bit.
  static int[] running(int... bits) {
    int[] parities = bits.clone();
    Arrays.parallelPrefix(parities, (a, b) -> a ^ b);
    return parities;
  }

  /// Strings, half of which have an odd number of ones on average.
  ///
  /// @param heldOut of the strings that are kept from training, and not of the others
  int[][] strings(int rows, boolean heldOut, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] strings = new int[rows][];
    for (int row = 0; row < rows; row++) {
      do {
        strings[row] = random.ints(length, 0, 2).toArray();
      } while (isHeldOut(strings[row]) != heldOut);
    }
    return strings;
  }

  /// Where the answer is asked for.
  int answerAt() {
    return arm == Arm.DIRECT ? length : 2 * length - 1;
  }

  Batch batch(int[]... strings) {
    int time = answerAt() + 1;
    int[] inputs = new int[strings.length * time];
    for (int row = 0; row < strings.length; row++) {
      System.arraycopy(strings[row], 0, inputs, row * time, length);
      inputs[row * time + length] = EQUALS;
      int[] running = running(strings[row]);
      for (int place = length + 1; place < time; place++) {
        inputs[row * time + place] = arm == Arm.DOTS ? DOT : running[place - length - 1];
      }
    }
    int first = arm == Arm.STEPS ? length : answerAt();
    int asked = time - first;
    int[] places =
        IntStream.range(0, strings.length * asked)
            .map(i -> i / asked * time + first + i % asked)
            .toArray();
    int[] targets =
        IntStream.range(0, places.length)
            .map(i -> running(strings[i / asked])[length - asked + i % asked])
            .toArray();
    return new Batch(strings.length, inputs, places, targets);
  }

  /// The share of strings that a network answers rightly, when it has to write its steps itself.
  double right(Network network, int[]... strings) {
    Batch batch = batch(strings);
    int steps = arm == Arm.STEPS ? length : 1;
    int[] written = network.write(strings.length, batch.inputs(), answerAt() + 2 - steps, steps);
    long right =
        IntStream.range(0, strings.length)
            .filter(row -> written[(row + 1) * steps - 1] == running(strings[row])[length - 1])
            .count();
    return (double) right / strings.length;
  }

  static Network network(int length, Arm arm, int context, double rate, int steps, long seed) {
    Parity task = new Parity(length, arm);
    return new Network(
        new Network.Size(VOCABULARY, context, 2, 128, Style.Positions.LEARNED),
        rate,
        steps,
        seed,
        number -> task.batch(task.strings(ROWS, false, number)));
  }
}
