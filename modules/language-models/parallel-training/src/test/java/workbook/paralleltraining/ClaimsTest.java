package workbook.paralleltraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the page says")
class ClaimsTest {

  @Test
  @DisplayName(
      "of averaged weights and a lost part: another training; of summed gradients: the same")
  void averaged() {
    float[] one = Averaged.losses(Averaged::synchronous, 1);
    float[] summed = Averaged.losses(Averaged::synchronous, 4);
    for (int step = 0; step < one.length; step++) {
      assertThat(summed[step]).isEqualTo(one[step], within(1e-4f));
    }
    assertThat(Averaged.losses(Averaged::averaging, 4)[1]).isGreaterThan(one[1] + 0.01f);
    assertThat(Averaged.losses(Averaged::losing, 4)[1]).isNotCloseTo(one[1], within(1e-3f));
  }

  /// Micikevicius and others (2018), 3.2: gradients below 2⁻²⁴ become 0 in fp16; a scale keeps
  /// them.
  @Test
  @DisplayName("of small gradients: gone in fp16, there in bf16, and there in fp16 with a scale")
  void underflow() {
    MixedPrecision.Mixed plain = train(Optional.of(Narrow.FP16), 1);
    MixedPrecision.Mixed scaled = train(Optional.of(Narrow.FP16), 0x1p20f);
    MixedPrecision.Mixed bf16 = train(Optional.of(Narrow.BF16), 1);
    assertThat(plain.zeros()).isGreaterThan(0.9);
    assertThat(scaled.zeros()).isLessThan(0.01);
    assertThat(bf16.zeros()).isZero();
    double whole = train(Optional.empty(), 1).step(3);
    assertThat(scaled.step(3)).isEqualTo(whole, within(0.01));
    assertThat(bf16.step(3)).isEqualTo(whole, within(0.01));
    assertThat(plain.step(3)).isGreaterThan(whole + 0.05);
  }

  private static MixedPrecision.Mixed train(Optional<Narrow> format, float scale) {
    MixedPrecision.Mixed training = new MixedPrecision.Mixed(format, scale);
    for (int step = 0; step < 3; step++) {
      training.step(step);
    }
    return training;
  }

  @Test
  @DisplayName("of a scale that is too large: every step is left out")
  void overflow() {
    assertThat(train(Optional.of(Narrow.FP16), 0x1p40f).skipped()).isEqualTo(3);
  }

  /// Chen and others (2016): inputs of the segments, one segment, and one more way forward.
  @Test
  @DisplayName("of recomputation: the same bits, fewer bytes, and almost one more way forward")
  void recomputation() {
    Recomputation.Passes all = Recomputation.keepAll();
    long block = all.kept() / Recomputation.BLOCKS;
    long input = 4L * 2 * Setup.TIME * Setup.WIDTH;
    for (int k : new int[] {1, 4, 16}) {
      Recomputation.Passes some = Recomputation.keepEvery(k);
      assertThat(Recomputation.sameBits(all, some)).isTrue();
      int segments = Recomputation.BLOCKS / k;
      assertThat(some.kept()).isEqualTo((segments - 1) * input + k * block);
      assertThat(some.forward()).isEqualTo(2 * Recomputation.BLOCKS - k);
    }
  }
}
