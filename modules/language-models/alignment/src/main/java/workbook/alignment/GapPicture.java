package workbook.alignment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What each method still lacks of the best J, step by step, as SVG.
final class GapPicture {

  static final int STEPS = 200;
  private static final int EVERY = 10;
  private static final List<String> COLOURS = List.of("#3d7fc1", "#d9532c", "#2e7d32", "#8e44ad");
  private static final List<String> CHINESE =
      List.of("REINFORCE", "PPO：KL 惩罚只在采样时计算", "PPO：每个 epoch 重新计算 KL 惩罚", "DPO");

  private GapPicture() {}

  /// The curves of all seeds, by method.
  static Map<String, List<List<Standing>>> curves(int seeds) {
    Lineup lineup = Lineup.strings();
    Map<String, List<List<Standing>>> curves = new LinkedHashMap<>();
    for (Entry entry :
        List.of(
            lineup.reinforce(STEPS),
            lineup.ppo("PPO: KL penalty as of sampling", STEPS, lineup.usual()),
            lineup.ppo(
                "PPO: KL penalty again in each epoch",
                STEPS,
                lineup.usual(Ppo.Penalty.IN_EACH_EPOCH)),
            lineup.dpo(STEPS))) {
      curves.put(entry.name(), entry.curves(lineup.setting(), seeds, EVERY));
    }
    return curves;
  }

  static String draw(Map<String, List<List<Standing>>> curves, boolean chinese) {
    Chart chart =
        new Chart(
            chinese ? "离最优还差多少：J* − J（对数刻度）" : "What is missing: J* − J, logarithmic scale",
            new Chart.Axis(chinese ? "步数" : "step", 0, STEPS, false, 0, 50, 100, 150, 200),
            new Chart.Axis(
                chinese ? "每种方法 5 个随机种子" : "five seeds of each method",
                1e-5,
                1,
                true,
                1,
                1e-1,
                1e-2,
                1e-3,
                1e-4,
                1e-5),
            curves.size());
    int method = 0;
    for (Map.Entry<String, List<List<Standing>>> of : curves.entrySet()) {
      String colour = COLOURS.get(method);
      for (List<Standing> seed : of.getValue()) {
        double[] steps = IntStream.range(0, seed.size()).mapToDouble(i -> i * EVERY).toArray();
        // J* - J is β times this, and β is 1.
        chart.curve(colour, steps, seed.stream().mapToDouble(Standing::toBest).toArray());
      }
      chart.legend(colour, chinese ? CHINESE.get(method) : of.getKey());
      method++;
    }
    return chart.toString();
  }
}
