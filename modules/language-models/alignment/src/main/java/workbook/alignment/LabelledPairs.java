package workbook.alignment;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import workbook.alignment.Pairs.Judge;
import workbook.lab.Example;
import workbook.lab.Interrupt;

/// DPO on new pairs, on the same few pairs over and over, and on pairs in which the better answer
/// always wins.
@Command(
    name = "alignment/labelled-pairs",
    description = "DPO on new pairs, on a few pairs, and with a judge who never errs.")
final class LabelledPairs implements Example {

  static final int STEPS = 300;
  static final int FEW = 500;
  private static final int NEW = 20_000;

  /// @param first the loss before the first step
  /// @param own the loss at the end on pairs as it learned them
  /// @param unseen the loss on new pairs, by the judge it learned from
  /// @param chosen mean of log π − log ref of what won there
  /// @param rejected the same of what lost
  record Result(
      double first, double own, double unseen, double chosen, double rejected, Standing standing) {}

  private final BooleanSupplier stop;

  LabelledPairs(BooleanSupplier stop) {
    this.stop = stop;
  }

  static void main(String[] args) {
    Interrupt.heardBy(stop -> Example.run(new LabelledPairs(stop), System.out, System.err, args));
  }

  @Override
  public int run(PrintStream out) {
    Setting setting = Setting.strings(1);
    out.printf("DPO, beta 1; %d steps, means of %d seeds%n%n", STEPS, Lineup.SEEDS);
    out.println("                first  loss at the end   log pi - log ref");
    out.println(
        "pairs            loss    own      new    chosen  rejected     E r      KL  J: least    most");
    try (Ticks ticks = new Ticks(3 * STEPS * Lineup.SEEDS, Lineup.TOKENS, stop)) {
      print(out, "new", setting, Judge.SAMPLED, 0, ticks);
      print(out, "the same " + FEW, setting, Judge.SAMPLED, FEW, ticks);
      print(out, "better wins", setting, Judge.HARD, 0, ticks);
    }
    out.printf(Locale.ROOT, "%nbest J %.4f%n", setting.objective().best());
    return 0;
  }

  private static void print(
      PrintStream out, String name, Setting setting, Judge judge, int few, Ticks ticks) {
    List<Result> results = results(setting, judge, few, ticks);
    Spread value = Spread.of(results, result -> result.standing().value());
    out.printf(
        Locale.ROOT,
        "%-14s %.4f %.4f   %.4f   %7.4f   %7.4f  %.4f %7.4f   %7.4f %7.4f%n",
        name,
        Spread.of(results, Result::first).mean(),
        Spread.of(results, Result::own).mean(),
        Spread.of(results, Result::unseen).mean(),
        Spread.of(results, Result::chosen).mean(),
        Spread.of(results, Result::rejected).mean(),
        Spread.of(results, result -> result.standing().reward()).mean(),
        Spread.of(results, result -> result.standing().divergence()).mean(),
        value.least(),
        value.most());
  }

  /// Of each seed.
  ///
  /// @param few how many pairs there are to learn from; 0 for new ones at each step
  static List<Result> results(Setting setting, Judge judge, int few, Ticks ticks) {
    return Seeds.each(Lineup.SEEDS, random -> result(setting, judge, few, random, ticks));
  }

  private static Result result(
      Setting setting, Judge judge, int few, RandomGenerator random, Ticks ticks) {
    Objective objective = setting.objective();
    Sampler reference = new Sampler(objective.reference());
    double[] reward = objective.reward();
    Pairs fixed = Pairs.draw(reference, reward, Math.max(1, few), judge, random);
    Supplier<Pairs> pairs =
        few == 0
            ? () -> Pairs.draw(reference, reward, Lineup.ANSWERS, judge, random)
            : () -> fixed.some(Lineup.ANSWERS, random);
    Policy policy = setting.start().get();
    Dpo dpo = new Dpo(policy, objective, pairs, new Rate(Lineup.RATE, STEPS));
    double first = 0;
    for (int done = 0; done < STEPS; done++) {
      ticks.go();
      double loss = dpo.step(done);
      first = done == 0 ? loss : first;
      ticks.next(loss);
    }
    double[] logs = policy.all();
    Pairs unseen = Pairs.draw(reference, reward, NEW, judge, random);
    return new Result(
        first,
        (few == 0 ? pairs.get() : fixed).loss(objective, logs),
        unseen.loss(objective, logs),
        objective.ratio(logs, unseen.chosen()),
        objective.ratio(logs, unseen.rejected()),
        Standing.of(objective, logs));
  }
}
