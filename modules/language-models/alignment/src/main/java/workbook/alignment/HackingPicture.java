package workbook.alignment;

import java.util.List;
import java.util.stream.IntStream;

/// What reward models say, and what people think, of the policy that would be best if the reward
/// models were right, as SVG: the further it goes from the reference, the more they part.
final class HackingPicture {

  private static final int POINTS = 40;
  private static final double NEAR = 20;
  private static final double FAR = 0.07;
  private static final String PROXY = "#d9532c";
  private static final String GOLD = "#3d7fc1";

  private HackingPicture() {}

  static String draw(List<Objective> judged, boolean chinese) {
    Chart chart =
        new Chart(
            chinese ? "奖励与离参考模型的距离" : "Reward against the distance from the reference",
            new Chart.Axis("KL(π ‖ ref)", 0, 10, false, 0, 2, 4, 6, 8, 10),
            new Chart.Axis(
                chinese ? "5 个奖励模型，各学 2000 对" : "five reward models, of 2000 pairs each",
                0,
                3.5,
                false,
                0,
                0.5,
                1,
                1.5,
                2,
                2.5,
                3,
                3.5),
            2);
    for (Objective objective : judged) {
      List<Hacking.Outcome> outcomes =
          IntStream.range(0, POINTS)
              .mapToDouble(i -> NEAR * StrictMath.pow(FAR / NEAR, i / (POINTS - 1.0)))
              .mapToObj(beta -> Hacking.Outcome.of(objective, objective.withBeta(beta).optimum()))
              .filter(outcome -> outcome.divergence() <= 10)
              .toList();
      double[] distances = outcomes.stream().mapToDouble(Hacking.Outcome::divergence).toArray();
      chart.curve(
          PROXY, distances, outcomes.stream().mapToDouble(Hacking.Outcome::proxy).toArray());
      chart.curve(GOLD, distances, outcomes.stream().mapToDouble(Hacking.Outcome::gold).toArray());
    }
    chart.legend(PROXY, chinese ? "奖励模型的打分" : "what the reward model says");
    chart.legend(GOLD, chinese ? "人的真实看法" : "what people think");
    return chart.toString();
  }
}
