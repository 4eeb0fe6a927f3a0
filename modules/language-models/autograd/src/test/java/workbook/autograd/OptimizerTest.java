package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What moves the parameters")
class OptimizerTest {

  private static final Golden GOLDEN = Golden.beside(OptimizerTest.class);

  @Test
  @DisplayName("AdamW's first step is the rate long, however large the gradient is")
  void firstStep() {
    // mean / (1 - beta1) = g and square / (1 - beta2) = g², so the step is rate · g / |g|; the
    // decay takes 0.1 · 0.5 of the weight before.
    Tensor x = Init.constant(Tensor.parameter(3), 2);
    System.arraycopy(new float[] {1e-3f, -7, 0}, 0, x.gradient(), 0, 3);
    new AdamW(List.of(x), 0.5).step(0.1);
    assertThat(x.data()[0]).isCloseTo(2 * 0.95f - 0.1f, within(2e-6f)); // epsilon: 1e-8 / 1e-3
    assertThat(x.data()[1]).isCloseTo(2 * 0.95f + 0.1f, within(3e-7f));
    assertThat(x.data()[2]).isEqualTo(2 * 0.95f);
    assertThat(x.gradient()).containsExactly(1e-3f, -7, 0);
  }

  @Test
  @DisplayName("clipping shortens all gradients by one factor, and only if they are too long")
  void clipping() {
    Tensor x = Tensor.parameter(2);
    Tensor y = Tensor.parameter();
    System.arraycopy(new float[] {2, 3}, 0, x.gradient(), 0, 2);
    y.gradient()[0] = 6; // 4 + 9 + 36 = 49
    assertThat(Gradients.clip(List.of(x, y), 7.1)).isEqualTo(7);
    assertThat(x.gradient()).containsExactly(2, 3);
    assertThat(Gradients.clip(List.of(x, y), 3.5)).isEqualTo(7);
    assertThat(x.gradient()[0]).isCloseTo(1, within(1e-6f));
    assertThat(x.gradient()[1]).isCloseTo(1.5f, within(1e-6f));
    assertThat(y.gradient()[0]).isCloseTo(3, within(1e-6f));
  }

  @Test
  @DisplayName("the rate rises and falls as PyTorch's LinearLR and CosineAnnealingLR make it")
  void schedule() {
    WarmupCosine schedule = new WarmupCosine(0.03, 0.003, 4, 20);
    float[] rates = GOLDEN.tensor("train/rates").data();
    for (int step = 0; step < rates.length; step++) {
      assertThat(schedule.rate(step))
          .as("step %d", step)
          .isCloseTo(rates[step], within(0.03 * 0x1p-24));
    }
    // By hand: a fifth at once, all of it after four steps, half way down in the middle.
    assertThat(schedule.rate(0)).isCloseTo(0.006, within(1e-15));
    assertThat(schedule.rate(4)).isEqualTo(0.03);
    assertThat(schedule.rate(12)).isCloseTo(0.0165, within(1e-15));
    assertThat(schedule.rate(20)).isEqualTo(0.003);
    assertThat(schedule.rate(1000)).isEqualTo(0.003);
    assertThat(new WarmupCosine(1, 0, 0, 10).rate(0)).isEqualTo(1);
  }

  @Test
  @DisplayName("a schedule that cannot be is refused")
  void impossibleSchedules() {
    for (double[] wrong :
        new double[][] {{0, 0, 1, 2}, {1, 2, 1, 2}, {1, -1, 1, 2}, {1, 0, 2, 2}, {1, 0, -1, 2}}) {
      assertThatThrownBy(() -> new WarmupCosine(wrong[0], wrong[1], (int) wrong[2], (int) wrong[3]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("wants 0 <= end <= peak, 0 < peak and 0 <= warmup < steps");
    }
  }

  @Test
  @DisplayName("SplittableRandom gives the published numbers of SplitMix64")
  void generator() {
    // Steele, Lea and Flood's generator with seed 1234567: https://rosettacode.org/wiki/
    // Pseudo-random_numbers/Splitmix64
    SplittableRandom random = new SplittableRandom(1234567);
    for (String published :
        List.of(
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821")) {
      assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo(published);
    }
  }

  @Test
  @DisplayName("normal numbers have the moments, and the shares, of the normal distribution")
  void normal() {
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    int n = 100_000;
    double sum = 0;
    double squares = 0;
    double fourth = 0;
    int within1 = 0;
    for (int i = 0; i < n; i++) {
      double x = Init.normal(random);
      sum += x;
      squares += x * x;
      fourth += x * x * x * x;
      within1 += Math.abs(x) < 1 ? 1 : 0;
    }
    // Four standard errors: of the mean 1, of the square √2, of the fourth power √96, each / √n; of
    // a share √(p (1 - p) / n).
    double root = Math.sqrt(n);
    assertThat(sum / n).as("mean, seed %d", seed).isCloseTo(0, within(4 / root));
    assertThat(squares / n).isCloseTo(1, within(4 * Math.sqrt(2) / root));
    assertThat(fourth / n).isCloseTo(3, within(4 * Math.sqrt(96) / root));
    assertThat(within1 / (double) n).isCloseTo(0.6827, within(4 * 0.4654 / root));
  }

  @Test
  @DisplayName("weights start with the variance that their sizes ask for")
  void initialisation() {
    long seed = 9;
    SplittableRandom random = new SplittableRandom(seed);
    Tensor x = Tensor.parameter(200, 400);
    // Xavier: uniform up to √(6 / 600) = 0.1, variance 2 / 600. Kaiming: variance 2 / 200.
    Init.xavier(x, random);
    assertThat(x.data())
        .satisfies(data -> {
          for (float v : data) {
            assertThat(v).isBetween(-0.1f, 0.1f);
          }
        });
    assertThat(variance(x)).as("seed %d", seed).isCloseTo(2 / 600.0, within(2 / 600.0 * 0.02));
    Init.kaiming(x, random);
    assertThat(variance(x)).isCloseTo(0.01, within(0.01 * 0.02));
    Init.normal(x, 0.02, random);
    assertThat(variance(x)).isCloseTo(0.0004, within(0.0004 * 0.02));
    assertThatThrownBy(() -> Init.xavier(Tensor.parameter(3), random))
        .hasMessage("weights have two axes, inputs and outputs, and these have the shape [3]");
  }

  private static double variance(Tensor x) {
    double sum = 0;
    double squares = 0;
    for (float v : x.data()) {
      sum += v;
      squares += (double) v * v;
    }
    return squares / x.size() - sum / x.size() * (sum / x.size());
  }
}
