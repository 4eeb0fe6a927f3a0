package workbook.alignment;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workbook.lab.Example;
import workbook.lab.Interrupt;

/// Why PPO stops short of the best model: one setting after the other is changed, all else being
/// equal.
@Command(
    name = "alignment/reuse",
    description = "Why PPO stops short: its settings, changed one by one.")
final class Reuse implements Example {

  private static final int STEPS = 150;

  @Mixin private Kept kept;

  private final BooleanSupplier stop;

  Reuse(BooleanSupplier stop) {
    this.stop = stop;
  }

  static void main(String[] args) {
    Interrupt.heardBy(stop -> Example.run(new Reuse(stop), System.out, System.err, args));
  }

  @Override
  public int run(PrintStream out) {
    kept.open();
    Lineup lineup = Lineup.strings();
    List<Entry> entries = entries(lineup);
    out.printf("KL to the best model after %d steps; %d seeds%n%n", STEPS, Lineup.SEEDS);
    out.println("                                  mean     least      most");
    int left = entries.stream().mapToInt(entry -> entry.stepsLeft(Lineup.SEEDS, kept)).sum();
    try (Ticks ticks = new Ticks(left, Lineup.TOKENS, stop)) {
      for (Entry entry : entries) {
        List<Standing> last = entry.ends(lineup.setting(), Lineup.SEEDS, ticks, kept);
        Spread distance = Spread.of(last, Standing::toBest);
        out.printf(
            Locale.ROOT,
            "%-29s  %.5f   %.5f   %.5f%n",
            entry.name(),
            distance.mean(),
            distance.least(),
            distance.most());
      }
    }
    return 0;
  }

  private static List<Entry> entries(Lineup lineup) {
    return variants(lineup).entrySet().stream()
        .map(variant -> lineup.ppo(variant.getKey(), STEPS, variant.getValue()))
        .toList();
  }

  private static Map<String, Ppo.Settings> variants(Lineup lineup) {
    Ppo.Settings usual = lineup.usual();
    Rate constant = usual.rate();
    Map<String, Ppo.Settings> variants = new LinkedHashMap<>();
    variants.put("PPO", usual);
    variants.put("no clip", with(4, Float.POSITIVE_INFINITY, usual.advantages(), constant));
    variants.put("not normalised", with(4, usual.clip(), Advantages.CENTRED, constant));
    variants.put(
        "rate to 0", with(4, usual.clip(), usual.advantages(), new Rate(Lineup.RATE, STEPS)));
    variants.put("1 epoch", with(1, usual.clip(), usual.advantages(), constant));
    variants.put("KL again in each epoch", lineup.usual(Ppo.Penalty.IN_EACH_EPOCH));
    return variants;
  }

  private static Ppo.Settings with(int epochs, float clip, Advantages advantages, Rate rate) {
    return new Ppo.Settings(Lineup.ANSWERS, epochs, clip, advantages, Ppo.Penalty.WHEN_DRAWN, rate);
  }
}
