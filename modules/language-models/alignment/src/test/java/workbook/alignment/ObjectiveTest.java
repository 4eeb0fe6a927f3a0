package workbook.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.topictest.Near;

@DisplayName("The best distribution")
class ObjectiveTest {

  /// ref · e^(r/β) is .5 e^(1/β), .3, .2 e^(2/β). For β = 1: 1.359141, .3, 1.477811; their sum is
  /// 3.136952, whose logarithm is 1.143252. The others were computed with numpy.
  @ParameterizedTest(name = "beta {0}")
  @CsvSource({
    "0.1, .000113, .000000, .999887, 1.839068",
    "0.5, .247720, .020115, .732165, 1.351155",
    "1, .433268, .095634, .471098, 1.143252",
    "10, .503786, .273507, .222708, .924570"
  })
  @DisplayName("of three arms is ref · e^(r/β) / Z, and brings β ln Z")
  void closedForm(double beta, double a, double b, double c, double best) {
    Objective objective = Setting.bandit(beta).objective();
    double[] optimum = objective.optimum();
    Near.assertNear("A", a, Math.exp(optimum[0]), 5e-7);
    Near.assertNear("B", b, Math.exp(optimum[1]), 5e-7);
    Near.assertNear("C", c, Math.exp(optimum[2]), 5e-7);
    Near.assertNear("beta ln Z", best, objective.best(), 5e-7);
    Near.assertNear("J of it", best, objective.value(optimum), 5e-7);
  }

  @Test
  @DisplayName("is better than any other, by β times the divergence from it")
  void gap() {
    SplittableRandom random = new SplittableRandom(7);
    Objective objective = Setting.bandit(0.5).objective();
    for (int i = 0; i < 100; i++) {
      double[] other =
          Distributions.normalised(
              4 * random.nextDouble(), 4 * random.nextDouble(), 4 * random.nextDouble());
      double gap = objective.best() - objective.value(other);
      assertThat(gap).isPositive();
      Near.assertNear(
          "what a distribution of seed 7 lacks",
          0.5 * Distributions.divergence(other, objective.optimum()),
          gap,
          1e-12);
    }
  }

  @Test
  @DisplayName("without a price of distance would be one answer: J grows without bound as it nears")
  void withoutPrice() {
    double[] nearly = Distributions.logs(1e-12, 1e-12, 1);
    Objective free = Setting.bandit(1).withoutDivergence().objective();
    Near.assertNear("J without KL of nearly C alone", 2, free.value(nearly), 1e-9);
  }

  @Test
  @DisplayName("a sampler draws every answer as often as it should")
  void sampler() {
    Sampler sampler = new Sampler(Distributions.logs(0.5, 0, 0.3, 0.2));
    int[] counts = new int[4];
    for (int drawn : sampler.draw(100_000, new SplittableRandom(1))) {
      counts[drawn]++;
    }
    // Four standard deviations of 100,000 draws with p = 0.5 are 632.
    assertThat(counts[0]).isBetween(50_000 - 632, 50_000 + 632);
    assertThat(counts[1]).isZero();
    assertThat(counts[2]).isBetween(30_000 - 580, 30_000 + 580);
    assertThat(counts[3]).isBetween(20_000 - 506, 20_000 + 506);
  }
}
