package workbook.scalinglaws;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;

/// The ladder of one seed, and the law that is fitted to it, beside what is known of the source.
@Command(
    name = "scaling-laws",
    description = "Print the losses of a ladder of trainings, and the law that fits them.")
public final class ScalingLaws implements Example {

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Whose ladder is printed, 1 to 5; if not given, 1.")
  private int seed = 1;

  static void main(String[] args) {
    Example.main(new ScalingLaws(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--seed", seed, 1, Runs.SEEDS);
    double entropy = new ZipfSource().entropy();
    out.printf(
        Locale.ROOT, "loss in nats per symbol, seed %d; the entropy is %.4f%n%n", seed, entropy);
    out.print("         N \\ D");
    Setting.TOKENS.forEach(tokens -> out.printf(Locale.ROOT, "%,11d", tokens));
    out.println();
    List<Outcome> outcomes = Runs.recorded();
    for (int width : Setting.WIDTHS) {
      out.printf(Locale.ROOT, "%,14d", Network.parameters(width));
      for (int tokens : Setting.TOKENS) {
        Setting setting = new Setting(width, tokens, seed);
        out.printf(
            Locale.ROOT,
            "%11.4f",
            outcomes.stream()
                .filter(outcome -> outcome.setting().equals(setting))
                .findFirst()
                .orElseThrow()
                .loss());
      }
      out.println();
    }
    out.println();
    out.println("N parameters, D symbols read; L = E + A / N^alpha + B / D^beta");
    out.printf(
        "is fitted to %d trainings of each seed: the ladder, and others of equal compute%n%n",
        HeldOut.points(1).size());
    out.println("seed       E  E - entropy       A       B  alpha   beta");
    LongStream.rangeClosed(1, Runs.SEEDS)
        .forEach(one -> {
          Law law = LawFit.fit(HeldOut.points(one)).law();
          out.printf(
              Locale.ROOT,
              "%4d  %.4f      %+.4f  %6.2f  %6.2f   %.3f  %.3f%n",
              one,
              law.e(),
              law.e() - entropy,
              law.a(),
              law.b(),
              law.alpha(),
              law.beta());
        });
    return 0;
  }
}
