package workbook.abilities;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import workbook.lab.Example;
import workbook.lab.Interrupt;
import workbook.lab.TrainingRun;

/// The parity of 20 bits, learned with and without steps: how many strings that no step was trained
/// on are answered rightly.
@Command(
    name = "abilities",
    description = "Print how the parity of 20 bits is learned with and without steps, or train.")
public final class Abilities extends Experiment {

  static final int LENGTH = 20;
  static final int STEPS = 400;
  static final int SEEDS = 5;
  static final int TESTED = 200;

  /// After how many steps the strings kept from training are asked.
  static final List<Integer> LOOKS = List.of(25, 50, 100, 200, 400);

  /// Other lengths, asked at the end.
  static final List<Integer> LENGTHS = List.of(18, 22);

  private static final int CONTEXT = 2 * 22;
  private static final double RATE = 3e-3;
  private static final long TEST_SEED = -1;

  Abilities(TrainingRun training) {
    super(training);
  }

  static void main(String[] args) {
    Interrupt.heardBy(
        stop -> Example.run(new Abilities(TrainingRun.here(stop)), System.out, System.err, args));
  }

  @Override
  String recordedIn() {
    return "parity.csv";
  }

  @Override
  List<String> arms() {
    return Arrays.stream(Parity.Arm.values()).map(Parity.Arm::toString).toList();
  }

  @Override
  int seeds() {
    return SEEDS;
  }

  @Override
  int numbers(String arm) {
    return LOOKS.size() + LENGTHS.size();
  }

  @Override
  int steps() {
    return STEPS;
  }

  @Override
  int tokens(String arm) {
    return Parity.ROWS * (new Parity(LENGTH, Parity.Arm.named(arm)).answerAt() + 1);
  }

  @Override
  Run start(String arm, long seed) {
    return new Learning(Parity.Arm.named(arm), seed);
  }

  /// One training, and what it answers now and then.
  private static final class Learning implements Run {

    private final Parity.Arm arm;
    private final Network network;
    private final List<Double> right = new ArrayList<>();

    Learning(Parity.Arm arm, long seed) {
      this.arm = arm;
      this.network = Parity.network(LENGTH, arm, CONTEXT, RATE, STEPS, seed);
    }

    @Override
    public float take(int done) {
      float loss = network.take(done);
      if (LOOKS.contains(done + 1)) {
        right.add(right(LENGTH));
      }
      return loss;
    }

    private double right(int length) {
      Parity task = new Parity(length, arm);
      return task.right(network, task.strings(TESTED, true, TEST_SEED));
    }

    @Override
    public double[] numbers() {
      LENGTHS.forEach(length -> right.add(right(length)));
      return right.stream().mapToDouble(x -> x).toArray();
    }
  }

  @Override
  void print(PrintStream out, List<Outcome> outcomes) {
    out.printf(
        "parity of %d bits, %d strings kept from training; share that is right, over %d seeds%n%n",
        LENGTH, TESTED, seeds());
    out.printf("%-10s%-24s%-24s%s%n", "steps", "answer only", "dots, then answer", "step by step");
    for (int look = 0; look < LOOKS.size(); look++) {
      row(out, outcomes, String.valueOf(LOOKS.get(look)), look);
    }
    out.printf("%nat the end, strings of another length%n");
    for (int i = 0; i < LENGTHS.size(); i++) {
      row(out, outcomes, LENGTHS.get(i) + " bits", LOOKS.size() + i);
    }
  }

  private void row(PrintStream out, List<Outcome> outcomes, String name, int index) {
    StringBuilder line = new StringBuilder("%-10s".formatted(name));
    for (String arm : arms()) {
      List<Outcome> seeds = of(arm, outcomes);
      String spread = seeds.isEmpty() ? "" : Outcome.spread(seeds, seed -> seed.number(index));
      line.append("%-24s".formatted(spread));
    }
    out.println(line.toString().stripTrailing());
  }
}
