package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.topictest.Near;
import workbook.topictest.Printed;
import workbook.transformer.Rope.Pairing;

@DisplayName("Positions")
class PositionsTest {

  private final Tape t = Numbers.tape();

  @Test
  @DisplayName("by sines: row 2 is sin 2, cos 2, sin 0.02, cos 0.02")
  void sinusoidal() {
    Tensor table = Sinusoidal.table(4, 4);
    double[] expected = new double[16];
    for (int p = 0; p < 4; p++) {
      // 10000^(-2/4) = 1/100.
      expected[p * 4] = Math.sin(p);
      expected[p * 4 + 1] = Math.cos(p);
      expected[p * 4 + 2] = Math.sin(p / 100.0);
      expected[p * 4 + 3] = Math.cos(p / 100.0);
    }
    Near.assertClose("table", expected, table.data(), 1e-7);
  }

  private float[] rotated(Pairing pairing, int position, float... x) {
    return new Rope(pairing, 10_000).apply(t, Tensor.constant(x, 1, x.length), position).data();
  }

  /// What Hugging Face's and Meta's formulas give in float64, to six decimals.
  @Test
  @DisplayName("by rotation of 1 2 3 4, in both pairings")
  void rope() {
    Near.assertClose(
        "halves, position 1",
        new double[] {-1.984111, 1.959901, 2.462378, 4.019800},
        rotated(Pairing.HALVES, 1, 1, 2, 3, 4),
        1e-6);
    Near.assertClose(
        "halves, position 100",
        new double[] {2.381416, -2.285279, 2.080591, 3.844151},
        rotated(Pairing.HALVES, 100, 1, 2, 3, 4),
        1e-6);
    Near.assertClose(
        "adjacent, position 1",
        new double[] {-1.142640, 1.922076, 2.959851, 4.029800},
        rotated(Pairing.ADJACENT, 1, 1, 2, 3, 4),
        1e-6);
    Near.assertClose(
        "adjacent, position 100",
        new double[] {1.875050, 1.218272, -1.744977, 4.685622},
        rotated(Pairing.ADJACENT, 100, 1, 2, 3, 4),
        1e-6);
  }

  @Test
  @DisplayName("by rotation need an even width")
  void odd() {
    assertThatThrownBy(() -> rotated(Pairing.HALVES, 1, 1, 2, 3))
        .hasMessage("no pairs can be made of [1, 3]");
  }

  @Test
  @DisplayName("by rotation: one pairing is the other with its elements in another order")
  void permutation() {
    int[] from = Rope.halvesFromAdjacent(8);
    assertThat(from).containsExactly(0, 2, 4, 6, 1, 3, 5, 7);
    float[] x = {1, 2, 3, 4, 5, 6, 7, 8};
    float[] ordered = new float[8];
    for (int i = 0; i < 8; i++) {
      ordered[i] = x[from[i]];
    }
    float[] halves = rotated(Pairing.HALVES, 5, ordered);
    float[] adjacent = rotated(Pairing.ADJACENT, 5, x);
    for (int i = 0; i < 8; i++) {
      assertThat(halves[i]).as("element %d", i).isEqualTo(adjacent[from[i]]);
    }
  }

  /// The sum of y · dy has, by x, the gradient that turns dy back: a rotation by the same angle in
  /// the other direction.
  @Test
  @DisplayName("by rotation: rows turn one after the other, the gradient turns back")
  void gradient() {
    for (Pairing pairing : Pairing.values()) {
      t.reset();
      Tensor x = Numbers.sines(2, 3, 4);
      Tensor dy = Numbers.cosines(2, 3, 4);
      Tensor y = new Rope(pairing, 10_000).apply(t, x, 7);
      t.backward(t.sum(t.mul(y, dy)));
      for (int row = 0; row < 6; row++) {
        int position = 7 + row % 3;
        float[] of = Arrays.copyOfRange(x.data(), row * 4, row * 4 + 4);
        float[] back = Arrays.copyOfRange(dy.data(), row * 4, row * 4 + 4);
        Near.assertClose(
            "row " + row,
            rotated(pairing, position, of),
            Arrays.copyOfRange(y.data(), row * 4, row * 4 + 4),
            1e-6);
        Near.assertClose(
            "gradient of row " + row,
            rotated(pairing, -position, back),
            Arrays.copyOfRange(x.gradient(), row * 4, row * 4 + 4),
            1e-6);
      }
    }
  }

  @Test
  @DisplayName("by ALiBi: the slopes of the authors' code, for powers of 2 and others")
  void slopes() {
    assertThat(Alibi.slopes(8))
        .containsExactly(0.5, 0.25, 0.125, 1 / 16.0, 1 / 32.0, 1 / 64.0, 1 / 128.0, 1 / 256.0);
    assertThat(Alibi.slopes(6)).containsExactly(.25, .0625, .015625, .00390625, .5, .125);
    assertThat(Arrays.copyOfRange(Alibi.slopes(12), 8, 12))
        .containsExactly(new double[] {.707107, .353553, .176777, .088388}, within(1e-6));
  }

  @Test
  @DisplayName("by ALiBi: a score falls by slope and distance, to both sides")
  void alibi() {
    float[] bias = new Alibi().addTo(t, Tensor.parameter(1, 2, 2, 3)).data();
    // Two queries at the places 1 and 2; two heads, of slopes 2^-4 and 2^-8.
    assertThat(bias)
        .containsExactly(
            -1 / 16f, 0, -1 / 16f, -2 / 16f, -1 / 16f, 0, -1 / 256f, 0, -1 / 256f, -2 / 256f,
            -1 / 256f, 0);
  }

  /// The buckets of Hugging Face's T5.
  @Test
  @DisplayName("by buckets of distances, as in T5")
  void buckets() {
    RelativeBias causal = new RelativeBias(Tensor.parameter(32, 1), false, 128);
    int[] distances = {0, 1, 2, 15, 16, 17, 20, 31, 32, 64, 127, 128, 1000};
    assertThat(Arrays.stream(distances).map(d -> causal.bucket(-d)))
        .containsExactly(0, 1, 2, 15, 16, 16, 17, 21, 21, 26, 31, 31, 31);
    assertThat(causal.bucket(3)).isZero();
    RelativeBias both = new RelativeBias(Tensor.parameter(32, 1), true, 128);
    int[] near = new int[21];
    Arrays.setAll(near, i -> both.bucket(i - 20));
    assertThat(near)
        .containsExactly(10, 10, 10, 10, 10, 9, 9, 9, 9, 8, 8, 8, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    assertThat(both.bucket(1)).isEqualTo(17);
  }

  @Test
  @DisplayName("by buckets: each head adds its own number for a distance, and learns it")
  void relative() {
    Tensor table = Numbers.tenths(4, 2);
    RelativeBias bias = new RelativeBias(table, false, 8);
    Tensor scores = bias.addTo(t, Tensor.parameter(1, 2, 2, 2));
    // Distances 0 and 1 have the rows 0.1 0.2 and 0.3 0.4; what comes later counts as 0.
    assertThat(scores.data()).containsExactly(.1f, .1f, .3f, .1f, .2f, .2f, .4f, .2f);
    // One query behind two keys: distances 2, 1, 0. Buckets 0 and 1 are exact; from 2 on they grow.
    Tensor last = bias.addTo(t, Tensor.parameter(1, 2, 1, 3));
    assertThat(last.data()).containsExactly(.5f, .3f, .1f, .6f, .4f, .2f);
    t.backward(t.sum(scores));
    assertThat(table.gradient()).containsExactly(3, 3, 1, 1, 0, 0, 0, 0);
  }

  @Test
  @DisplayName("that are rotated, or sines alone, or penalties, are seen by their distance only")
  void distance() {
    String out = Printed.by(new Positions()).out();
    for (String line : out.lines().skip(3).toList()) {
      String[] scores = line.substring(34).strip().split(" +");
      boolean same = Arrays.stream(scores).distinct().count() == 1;
      assertThat(same)
          .as(line)
          .isEqualTo(!line.startsWith("learned") && !line.startsWith("sinusoidal,"));
    }
  }
}
