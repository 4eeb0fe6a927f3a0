package workbook.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.topictest.Committed;
import workbook.topictest.Near;
import workbook.transformer.FusedAttention;
import workbook.transformer.Mask;

@DisplayName("What a layer takes")
class CostTest {

  private static final int T = 10;

  @Test
  @DisplayName("is counted in what gives the right outputs")
  void outputs() {
    Counted counted = new Counted();
    double[][] q = Numbers.sines(T, 4);
    double[][] k = Numbers.cosines(T, 4);
    double[][] v = Numbers.ramp(T, 4);
    double gamma = Numbers.of("retention gamma")[0];
    Near.assertClose(
        "retention",
        Numbers.of("retention"),
        Numbers.flat(counted.retention(gamma, q, k, v)),
        1e-6);
    Near.assertClose(
        "attention", attention(q, k, v), Numbers.flat(counted.attention(q, k, v)), 1e-6);
    double[] sines = Numbers.flat(Numbers.sines(1, 64));
    Near.assertClose(
        "convolution",
        Numbers.of("spring long"),
        counted.convolution(Numbers.of("spring kernel"), sines),
        1e-14);
    double[] u = {1, 2};
    double[] delta = {.1, .5};
    double[][] b = {{1, 0}, {.5, .5}};
    double[][] c = {{1, 1}, {1, 0}};
    double[] y = counted.mamba(new double[] {-1, -2}, u, delta, b, c);
    Near.assertClose("mamba", new double[] {.1, .56065307}, y, 5e-9);
  }

  private static double[] attention(double[][]... rows) {
    Tape tape = new Tape(FloatKernels.best());
    Tensor[] x = new Tensor[3];
    for (int i = 0; i < 3; i++) {
      float[] data = new float[T * 4];
      for (int j = 0; j < data.length; j++) {
        data[j] = (float) rows[i][j / 4][j % 4];
      }
      x[i] = Tensor.constant(data, 1, T, 4);
    }
    float[] y = FusedAttention.attend(tape, x[0], x[1], x[2], 1, 1, Mask.causal()).data();
    double[] doubles = new double[y.length];
    Arrays.setAll(doubles, i -> y[i]);
    return doubles;
  }

  /// Each of T (T + 1) / 2 pairs of places takes d products for its score and d for its values.
  /// Retention takes 3 d² at each place. Mamba takes 1 + 4 N for each channel. A transform of 2T
  /// numbers takes T log₂ 2T complex products, of four each; there are three, and 2T between them.
  @Test
  @DisplayName("is what the formulas say")
  void formulas() {
    long t = 128;
    long d = Cost.WIDTH;
    assertThat(Cost.attention(128)).isEqualTo(new Cost.Taken(t * (t + 1) * d, 4 * 2 * t * d));
    assertThat(Cost.retention(128)).isEqualTo(new Cost.Taken(3 * t * d * d, 4 * d * d));
    assertThat(Cost.mamba(128))
        .isEqualTo(new Cost.Taken(t * d * (1 + 4 * Cost.STATES), 4 * d * Cost.STATES));
    assertThat(Cost.convolution(128).products()).isEqualTo(d * 4 * (3 * t * 8 + 2 * t));
  }

  @Test
  @DisplayName("and who learns to copy are drawn as the pages show them")
  void pictures() throws IOException {
    Cost.Counts counts = Cost.counts();
    Committed.assertSame(Path.of("pictures", "cost.svg"), CostPicture.draw(counts, false));
    Committed.assertSame(Path.of("pictures", "cost.zh-CN.svg"), CostPicture.draw(counts, true));
    String ablation = AblationPicture.draw(Ablation.recorded(), false);
    assertThat(ablation.split("<circle", -1)).hasSize(Ablation.recorded().size() + 1);
    Committed.assertSame(Path.of("pictures", "ablation.svg"), ablation);
    Committed.assertSame(
        Path.of("pictures", "ablation.zh-CN.svg"), AblationPicture.draw(Ablation.recorded(), true));
  }
}
