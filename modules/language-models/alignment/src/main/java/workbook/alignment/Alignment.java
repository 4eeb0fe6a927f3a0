package workbook.alignment;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workbook.lab.Example;
import workbook.lab.Interrupt;

/// Five ways of aligning one small language model, beside the best that is possible.
@Command(
    name = "alignment",
    description = "Align a small language model in five ways, beside the best that is possible.")
public final class Alignment implements Example {

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "How many runs of each; ${DEFAULT-VALUE} if not given.")
  private int seeds = Lineup.SEEDS;

  @Mixin private Kept kept;

  private final BooleanSupplier stop;

  Alignment(BooleanSupplier stop) {
    this.stop = stop;
  }

  static void main(String[] args) {
    Interrupt.heardBy(stop -> Example.run(new Alignment(stop), System.out, System.err, args));
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--seeds", seeds, 1, 100);
    kept.open();
    Lineup lineup = Lineup.strings();
    Setting setting = lineup.setting();
    List<Entry> entries =
        List.of(
            lineup.supervised(200),
            lineup.withoutDivergence(150),
            lineup.reinforce(150),
            lineup.ppo(150),
            lineup.dpo(600));
    out.printf(
        "J = E r - KL of all 4096 strings; mean of %d seeds, and the spread of J%n%n", seeds);
    out.println(
        "                    steps      E r       KL        J      least      most  to best");
    Objective objective = setting.objective();
    print(out, "reference", 0, List.of(Standing.of(objective, objective.reference())));
    int left = entries.stream().mapToInt(entry -> entry.stepsLeft(seeds, kept)).sum();
    try (Ticks ticks = new Ticks(left, Lineup.TOKENS, stop)) {
      for (Entry entry : entries) {
        print(out, entry.name(), entry.steps(), entry.ends(setting, seeds, ticks, kept));
      }
    }
    print(out, "best possible", 0, List.of(Standing.of(objective, objective.optimum())));
    out.printf(Locale.ROOT, "%nbeta ln Z = %.6f%n", objective.best());
    return 0;
  }

  private static void print(PrintStream out, String name, int steps, List<Standing> seeds) {
    Spread value = Spread.of(seeds, Standing::value);
    out.printf(
        Locale.ROOT,
        "%-18s %6s %8.4f %8.4f %8.4f %10s %9s %9.5f%n",
        name,
        steps == 0 ? "" : String.valueOf(steps),
        Spread.of(seeds, Standing::reward).mean(),
        Spread.of(seeds, Standing::divergence).mean(),
        value.mean(),
        steps == 0 ? "" : String.format(Locale.ROOT, "%.4f", value.least()),
        steps == 0 ? "" : String.format(Locale.ROOT, "%.4f", value.most()),
        Spread.of(seeds, Standing::toBest).mean());
  }
}
