package workbook.alignment;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import workbook.lab.Example;
import workbook.lab.Interrupt;

/// A choice among three answers. What is best can be computed by hand, and every method that claims
/// to seek it must find it.
@Command(
    name = "alignment/three-arms",
    description = "Three answers, the best distribution over them, and who finds it.")
final class ThreeArms implements Example {

  private static final double[] BETAS = {0.5, 1, 10};
  private static final int STEPS = 1000;
  private static final double RATE = 0.01;

  private final BooleanSupplier stop;

  ThreeArms(BooleanSupplier stop) {
    this.stop = stop;
  }

  static void main(String[] args) {
    Interrupt.heardBy(stop -> Example.run(new ThreeArms(stop), System.out, System.err, args));
  }

  @Override
  public int run(PrintStream out) {
    out.printf(
        "answers A, B, C: reference 0.5 0.3 0.2, rewards 1 0 2; %d steps, %d seeds%n",
        STEPS, Lineup.SEEDS);
    int methods = 4;
    try (Ticks ticks =
        new Ticks(BETAS.length * methods * STEPS * Lineup.SEEDS, Lineup.ANSWERS, stop)) {
      for (double beta : BETAS) {
        print(out, new Lineup(Setting.bandit(beta), RATE), ticks);
      }
    }
    return 0;
  }

  private static void print(PrintStream out, Lineup lineup, Ticks ticks) {
    Setting setting = lineup.setting();
    Objective objective = setting.objective();
    out.printf(
        Locale.ROOT,
        "%n%-20s      J  KL to the best: mean, least, most%n",
        String.format(Locale.ROOT, "beta %s", objective.beta()));
    out.printf(Locale.ROOT, "%-20s %.4f%n", "best possible", objective.best());
    Standing chosen =
        Standing.of(objective, Pairs.chosen(objective.reference(), objective.reward()));
    out.printf(
        Locale.ROOT, "%-20s %.4f         %.6f%n", "the chosen", chosen.value(), chosen.toBest());
    List<Entry> entries =
        List.of(
            lineup.reinforce(STEPS),
            lineup.ppo(STEPS),
            lineup.dpo(STEPS),
            lineup.supervised(STEPS));
    for (Entry entry : entries) {
      List<Standing> last = entry.ends(setting, Lineup.SEEDS, ticks);
      Spread distance = Spread.of(last, Standing::toBest);
      out.printf(
          Locale.ROOT,
          "%-20s %.4f         %.6f %.6f %.6f%n",
          entry.name(),
          Spread.of(last, Standing::value).mean(),
          distance.mean(),
          distance.least(),
          distance.most());
    }
  }
}
