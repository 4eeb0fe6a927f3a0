package workbook.alignment;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// Why PPO stops short of the best model: one setting after the other is changed, all else being
/// equal.
@Command(
    name = "alignment/reuse",
    description = "Why PPO stops short: its settings, changed one by one.")
final class Reuse implements Example {

  private static final int STEPS = 150;

  static void main(String[] args) {
    Example.main(new Reuse(), args);
  }

  @Override
  public int run(PrintStream out) {
    Lineup lineup = Lineup.strings();
    Map<String, Ppo.Settings> variants = variants(lineup);
    out.printf("KL to the best model after %d steps; %d seeds%n%n", STEPS, Lineup.SEEDS);
    out.println("                                  mean     least      most");
    try (Ticks ticks = new Ticks(variants.size() * STEPS * Lineup.SEEDS)) {
      variants.forEach((name, settings) -> {
        Entry entry = lineup.ppo(name, STEPS, settings);
        List<Standing> last = entry.ends(lineup.setting(), Lineup.SEEDS, ticks);
        Spread distance = Spread.of(last, Standing::toBest);
        out.printf(
            Locale.ROOT,
            "%-29s  %.5f   %.5f   %.5f%n",
            name,
            distance.mean(),
            distance.least(),
            distance.most());
      });
    }
    return 0;
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
