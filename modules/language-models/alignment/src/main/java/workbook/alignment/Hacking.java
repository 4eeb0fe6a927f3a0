package workbook.alignment;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import workbook.lab.Example;
import workbook.lab.Interrupt;

/// Reward hacking: the reward model is asked about answers that it never saw, and is wrong there.
/// The lower the price of distance, the further the policy goes to where it is wrong.
@Command(
    name = "alignment/hacking",
    description = "A reward model from 2000 pairs, and a policy that finds its errors.")
final class Hacking implements Example {

  private static final double[] BETAS = {4, 1, 0.5, 0.25, 0.1};
  private static final double[] TRAINED = {1, 0.1, 0};
  private static final int STEPS = 100;

  /// @param proxy the mean of what the reward model says
  /// @param gold the mean of what people think
  /// @param divergence KL(π ‖ ref)
  /// @param logs the policy
  record Outcome(double proxy, double gold, double divergence, double[] logs) {

    static Outcome of(Objective objective, double... logs) {
      return new Outcome(
          Distributions.expected(logs, objective.reward()),
          Distributions.expected(logs, Strings.each(Judged::gold)),
          Distributions.divergence(logs, objective.reference()),
          logs);
    }
  }

  private final BooleanSupplier stop;

  Hacking(BooleanSupplier stop) {
    this.stop = stop;
  }

  static void main(String[] args) {
    Interrupt.heardBy(stop -> Example.run(new Hacking(stop), System.out, System.err, args));
  }

  @Override
  public int run(PrintStream out) {
    Setting setting = Setting.strings(1);
    double[] reference = setting.objective().reference();
    List<Objective> judged = judged(reference);
    out.printf(
        "%d reward models from 2000 pairs each: means, and the spread of gold%n%n", judged.size());
    out.println("                       KL   proxy    gold    least    most  most probable");
    print(out, "reference", judged.stream().map(o -> Outcome.of(o, reference)).toList());
    out.println("best for the proxy");
    for (double beta : BETAS) {
      print(out, "  beta " + text(beta), best(judged, beta));
    }
    out.println("trained by REINFORCE");
    try (Ticks ticks = new Ticks(TRAINED.length * STEPS * judged.size(), Lineup.TOKENS, stop)) {
      for (double beta : TRAINED) {
        print(out, "  beta " + text(beta), trained(setting, judged, beta, ticks));
      }
    }
    return 0;
  }

  /// The rewards of as many reward models as there are seeds, each learned from pairs of its own.
  static List<Objective> judged(double... reference) {
    return Seeds.each(
        Lineup.SEEDS, random -> new Objective(reference, Judged.proxy(reference, random), 1));
  }

  /// What would be best if the reward models were right.
  static List<Outcome> best(List<Objective> judged, double beta) {
    return judged.stream()
        .map(objective -> Outcome.of(objective, objective.withBeta(beta).optimum()))
        .toList();
  }

  private static List<Outcome> trained(
      Setting setting, List<Objective> judged, double beta, Ticks ticks) {
    return Seeds.each(
        judged,
        (objective, random) -> {
          Setting own = new Setting(setting.start(), objective.withBeta(beta));
          Policy policy = new Lineup(own, Lineup.RATE).reinforce(STEPS).run(own, random, ticks);
          return Outcome.of(objective, policy.all());
        });
  }

  private static String text(double beta) {
    return String.valueOf(beta).replace(".0", "");
  }

  private static void print(PrintStream out, String name, List<Outcome> outcomes) {
    Spread gold = Spread.of(outcomes, Outcome::gold);
    out.printf(
        Locale.ROOT,
        "%-18s %7.3f %7.3f %7.3f  %7.3f %7.3f  %s%n",
        name,
        Spread.of(outcomes, Outcome::divergence).mean(),
        Spread.of(outcomes, Outcome::proxy).mean(),
        gold.mean(),
        gold.least(),
        gold.most(),
        Strings.text(mostProbable(outcomes.getFirst().logs())));
  }

  private static int mostProbable(double... logs) {
    int most = 0;
    for (int i = 0; i < logs.length; i++) {
      most = logs[i] > logs[most] ? i : most;
    }
    return most;
  }
}
