package workbook.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.topictest.Near;

@DisplayName("The methods")
class MethodsTest {

  private static final int SEEDS = 5;
  private static final double RATE = 0.01;

  private static Spread distance(Entry entry, Setting setting) {
    try (Ticks ticks = new Ticks(entry.steps() * SEEDS, 1, () -> false)) {
      return Spread.of(entry.ends(setting, SEEDS, ticks), Standing::toBest);
    }
  }

  /// What would refute it: one seed of one method that ends further from the optimum than 0.005,
  /// which is a hundredth of where it began, KL(ref ‖ π*) = 0.2: no method would seek that optimum.
  @Test
  @DisplayName("that seek the optimum of three arms find it, with each of five seeds")
  void bandit() {
    Lineup lineup = new Lineup(Setting.bandit(1), RATE);
    for (Entry entry : List.of(lineup.reinforce(400), lineup.ppo(400), lineup.dpo(400))) {
      assertThat(distance(entry, lineup.setting()).most()).as(entry.name()).isLessThan(0.005);
    }
  }

  /// Of two answers drawn, the chosen one is i with a probability proportional to ref_i Σ_j ref_j
  /// σ(r_i − r_j). With rewards 1 0 2: A .5 (.5/2 + .3 · .731059 + .2 · .268941) = .261553, B .3
  /// (.5 · .268941 + .3/2 + .2 · .119203) = .092493, C .2 (.5 · .731059 + .3 · .880797 + .2/2) =
  /// .145954; they sum to a half.
  @Test
  @DisplayName(
      "but supervised fine-tuning on the chosen answers, which finds how often each is chosen")
  void supervised() {
    Setting setting = Setting.bandit(1);
    Objective objective = setting.objective();
    double[] chosen = Pairs.chosen(objective.reference(), objective.reward());
    Near.assertNear("A", 2 * 0.261553, Math.exp(chosen[0]), 2e-6);
    Near.assertNear("B", 2 * 0.092493, Math.exp(chosen[1]), 2e-6);
    Near.assertNear("C", 2 * 0.145954, Math.exp(chosen[2]), 2e-6);
    double distance = Distributions.divergence(chosen, objective.optimum());
    try (Ticks ticks = new Ticks(400 * SEEDS, 1, () -> false)) {
      List<Standing> ends = new Lineup(setting, RATE).supervised(400).ends(setting, SEEDS, ticks);
      assertThat(ends).hasSize(SEEDS);
      for (Standing standing : ends) {
        Near.assertNear("KL from SFT to the optimum", distance, standing.toBest(), 0.01);
        assertThat(standing.toBest()).isGreaterThan(0.05);
      }
    }
  }

  @Test
  @DisplayName("DPO's loss begins at ln 2, and its gradient is that of a fair coin")
  void beginning() {
    Setting setting = Setting.bandit(0.1);
    Objective objective = setting.objective();
    Sampler sampler = new Sampler(objective.reference());
    for (long seed = 1; seed <= SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Dpo dpo =
          new Dpo(
              setting.start().get(),
              objective,
              () -> Pairs.draw(sampler, objective.reward(), 64, Pairs.Judge.HARD, random),
              Rate.constant(0.01));
      Near.assertNear("loss of the first step, seed " + seed, Math.log(2), dpo.step(0), 1e-6);
    }
  }

  /// ρ = 1.5, 0.5, 1.5, 0.5 and advantages 1, 1, -1, -1: min(ρ A, clip(ρ) A) is 1.2, 0.5, -1.5,
  /// -0.8. So only the second and the third still push.
  @Test
  @DisplayName("PPO clips what has gone far enough, and lets go back what went the wrong way")
  void clip() {
    Tape t = new Tape(FloatKernels.best());
    Tensor logs = Tensor.parameter(4);
    float[] old = new float[4];
    for (int i = 0; i < 4; i++) {
      old[i] = -(float) Math.log(i % 2 == 0 ? 1.5 : 0.5);
    }
    Tensor loss = Losses.clipped(t, logs, old, new float[] {1, 1, -1, -1}, 0.2f);
    Near.assertNear("loss", -(1.2 + 0.5 - 1.5 - 0.8) / 4, loss.value(), 1e-6);
    t.backward(loss);
    Near.assertClose("gradient", new double[] {0, -0.5 / 4, 1.5 / 4, 0}, logs.gradient(), 1e-6);
  }

  @Test
  @DisplayName("the best of n that is computed is what comes of drawing n")
  void bestOfN() {
    Objective objective = Setting.bandit(1).objective();
    double[] computed = BestOfN.logs(objective.reference(), objective.reward(), 3);
    Sampler sampler = new Sampler(objective.reference());
    SplittableRandom random = new SplittableRandom(3);
    int draws = 100_000;
    int[] counts = new int[3];
    for (int i = 0; i < draws; i++) {
      int[] drawn = sampler.draw(3, random);
      int best =
          Arrays.stream(drawn)
              .boxed()
              .max((a, b) -> Double.compare(objective.reward()[a], objective.reward()[b]))
              .orElseThrow();
      counts[best]++;
    }
    for (int i = 0; i < 3; i++) {
      // Four standard deviations.
      Near.assertNear(
          "share of arm " + i, counts[i] / (double) draws, Math.exp(computed[i]), 0.0064);
    }
    // C unless all three miss it, 1 - 0.8³; B if all three are B, 0.3³.
    Near.assertNear("C", 1 - 0.512, Math.exp(computed[2]), 1e-12);
    Near.assertNear("B", 0.027, Math.exp(computed[1]), 1e-12);
  }
}
