package workbook.abilities;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import workbook.lab.Example;
import workbook.lab.Interrupt;
import workbook.lab.TrainingRun;

/// Instructions in a toy language, after a training that left some of them out: which of those are
/// followed all the same.
@Command(
    name = "abilities/following",
    description = "Print how instructions are followed that were kept from training, or train.")
public final class Following extends Experiment {

  static final int STEPS = 600;
  static final int TESTED = 200;

  private static final double RATE = 3e-3;
  private static final long TEST_SEED = -1;

  Following(TrainingRun training) {
    super(training);
  }

  static void main(String[] args) {
    Interrupt.heardBy(
        stop -> Example.run(new Following(TrainingRun.here(stop)), System.out, System.err, args));
  }

  @Override
  String recordedIn() {
    return "following.csv";
  }

  @Override
  List<String> arms() {
    return Arrays.stream(Obeying.Arm.values()).map(Obeying.Arm::toString).toList();
  }

  @Override
  int seeds() {
    return 5;
  }

  /// Seen, and kept from training.
  @Override
  int numbers(String arm) {
    return 2;
  }

  @Override
  int steps() {
    return STEPS;
  }

  @Override
  int tokens(String arm) {
    return Obeying.ROWS * (Instruction.LONGEST + 1 + Instruction.LONGEST_ANSWER);
  }

  @Override
  Run start(String name, long seed) {
    Obeying.Arm arm = Obeying.Arm.named(name);
    Network network = Obeying.network(arm, RATE, STEPS, seed);
    return new Run() {
      @Override
      public float take(int done) {
        return network.take(done);
      }

      @Override
      public double[] numbers() {
        return new double[] {
          Obeying.right(network, tested(arm, false)), Obeying.right(network, tested(arm, true))
        };
      }
    };
  }

  private static List<Instruction> tested(Obeying.Arm arm, boolean heldOut) {
    return Obeying.instructions(TESTED, asked -> arm.isHeldOut(asked) == heldOut, TEST_SEED);
  }

  @Override
  void print(PrintStream out, List<Outcome> outcomes) {
    for (Obeying.Arm arm : new Obeying.Arm[] {Obeying.Arm.COMBINATIONS, Obeying.Arm.PRIMITIVE}) {
      Instruction asked = tested(arm, true).getFirst();
      out.printf("kept from training in %s: %s -> %s%n", arm, asked.text(), asked.actions());
    }
    out.printf(
        "%n%d instructions of each sort, %d steps, seeds 1 to %d; share answered without an error%n%n",
        TESTED, STEPS, seeds());
    out.printf("%-16s%-26s%s%n", "", "of the sort trained on", "kept from training");
    for (String arm : arms()) {
      List<Outcome> seeds = of(arm, outcomes);
      if (!seeds.isEmpty()) {
        out.printf(
            "%-16s%-26s%s%n",
            arm,
            Outcome.spread(seeds, seed -> seed.number(0)),
            Outcome.spread(seeds, seed -> seed.number(1)));
      }
    }
  }
}
