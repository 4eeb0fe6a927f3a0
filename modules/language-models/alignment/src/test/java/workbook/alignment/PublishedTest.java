package workbook.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.alignment.Estimators.Estimator;
import workbook.topictest.Near;

@DisplayName("Published formulas")
class PublishedTest {

  @ParameterizedTest
  @CsvSource({"1, 0", "2, .193147", "4, .636294", "16, 1.835089", "64, 3.174508"})
  @DisplayName("best of n is at most ln n - (n - 1) / n away, and less where rewards are equal")
  void bound(int n, double bound) {
    Near.assertNear("bound for n = " + n, bound, BestOfN.bound(n), 5e-7);
    Objective objective = Setting.bandit(1).objective();
    double[] logs = BestOfN.logs(objective.reference(), objective.reward(), n);
    assertThat(Distributions.divergence(logs, objective.reference()))
        .isBetween(-1e-12, bound + 1e-6);
  }

  /// A thousand answers, all equally probable and none as good as another: nearly a continuous
  /// reward.
  @Test
  @DisplayName("best of n is just as far away where no two rewards are equal")
  void continuous() {
    double[] reference = Distributions.normalised(new double[1000]);
    double[] reward = new double[1000];
    for (int i = 0; i < 1000; i++) {
      reward[i] = i;
    }
    double[] logs = BestOfN.logs(reference, reward, 4);
    Near.assertNear("KL", 0.636294, Distributions.divergence(logs, reference), 0.002);
  }

  /// Schulman, "Approximating KL divergence" (2020): e^0.5 - 1.5 and e^-0.5 - 0.5.
  @Test
  @DisplayName("estimators of KL at x = ½ and -½")
  void estimators() {
    Near.assertNear("k1", -0.5, Estimator.K1.of(0.5), 0);
    Near.assertNear("k2", 0.125, Estimator.K2.of(-0.5), 0);
    Near.assertNear("k3", 0.148721, Estimator.K3.of(0.5), 5e-7);
    Near.assertNear("k3", 0.106531, Estimator.K3.of(-0.5), 5e-7);
  }

  @Test
  @DisplayName("k1 and k3 have KL as their mean, and k2 has not")
  void means() {
    Objective objective = Setting.bandit(0.5).objective();
    double[] policy = objective.optimum();
    double divergence = Distributions.divergence(policy, objective.reference());
    double[] reference = objective.reference();
    Near.assertNear("k1", divergence, Estimators.moment(policy, reference, Estimator.K1, 1), 1e-12);
    Near.assertNear("k3", divergence, Estimators.moment(policy, reference, Estimator.K3, 1), 1e-12);
    assertThat(Estimators.moment(policy, reference, Estimator.K2, 1))
        .isNotCloseTo(divergence, Offset.offset(0.01));
  }

  @Test
  @DisplayName("strings: the letters of a number, and how many repeat")
  void strings() {
    assertThat(Strings.text(0)).isEqualTo("aaaaaa");
    assertThat(Strings.text(Strings.COUNT - 1)).isEqualTo("dddddd");
    assertThat(Strings.text(0b00_01_01_10_11_11)).isEqualTo("abbcdd");
    assertThat(Strings.repeats(0b00_01_01_10_11_11)).isEqualTo(2);
    Near.assertNear(
        "the source's probabilities sum to 1",
        0,
        Distributions.logSumExp(Strings.each(Source::log)),
        1e-12);
    assertThat(Judged.gold(0)).isEqualTo(-1);
  }
}
