package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.kernels.ParallelKernels;
import workbook.kernels.Team;
import workbook.topictest.Near;
import workbook.transformer.Numbers.Named;

@DisplayName("Attention")
class AttentionTest {

  /// The masks of golden.py.
  private static final Map<String, Mask> MASKS =
      Map.of(
          "bidirectional", Mask.bidirectional(),
          "causal", Mask.causal(),
          "prefix", Mask.prefix(3),
          "window", Mask.window(3),
          "padding", Mask.padding(5, 3),
          "nothing", Mask.causal().and((_, query, _) -> query != 2));

  private static final List<String> NAMES = MASKS.keySet().stream().sorted().toList();

  private static final double TOLERANCE = 2e-6;

  private final Tape t = Numbers.tape();

  @ParameterizedTest
  @FieldSource("NAMES")
  @DisplayName("with shared keys and any mask gives PyTorch's output and gradients")
  void pytorch(String name) {
    String of = "attention/" + name;
    Named q = Named.of(of, "q");
    Named k = Named.of(of, "k");
    Named v = Named.of(of, "v");
    Tensor y = Attention.attend(t, q.tensor(), k.tensor(), v.tensor(), MASKS.get(name), Bias.NONE);
    Numbers.assertGolden(t, of, y, TOLERANCE, q, k, v);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  @DisplayName("in tiles of any size gives the same")
  void tiles(String name) {
    String of = "attention/" + name;
    for (int tile : new int[] {1, 2, 3, 7, 16}) {
      t.reset();
      Named q = Named.of(of, "q");
      Named k = Named.of(of, "k");
      Named v = Named.of(of, "v");
      Tensor y =
          TiledAttention.attend(t, q.tensor(), k.tensor(), v.tensor(), MASKS.get(name), tile);
      Numbers.assertGolden(t, of, y, TOLERANCE, q, k, v);
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  @DisplayName("as one operation, on heads side by side, gives the same bits on 1 and 3 threads")
  void fused(String name) {
    Mask mask = MASKS.get(name);
    List<float[]> expected =
        run(t, name, (q, k, v) -> Attention.attend(t, q, k, v, mask, Bias.NONE));
    try (Team team = new Team(3)) {
      for (Tape tape : List.of(t, new Tape(new ParallelKernels(FloatKernels.best(), team)))) {
        List<float[]> fused =
            run(
                tape,
                name,
                (q, k, v) -> {
                  Tensor y =
                      FusedAttention.attend(
                          tape,
                          sideBySide(tape, q),
                          sideBySide(tape, k),
                          sideBySide(tape, v),
                          q.size(1),
                          k.size(1),
                          mask);
                  Tensor apart = tape.reshape(y, q.size(0), q.size(2), q.size(1), q.size(3));
                  return tape.transpose(apart, 1, 2);
                });
        for (int i = 0; i < expected.size(); i++) {
          assertThat(fused.get(i)).as("output, dq, dk, dv: %d", i).isEqualTo(expected.get(i));
        }
      }
    }
  }

  private static Tensor sideBySide(Tape t, Tensor heads) {
    Tensor exchanged = t.transpose(heads, 1, 2);
    return t.reshape(exchanged, heads.size(0), heads.size(2), heads.size(1) * heads.size(3));
  }

  private interface Attending {
    Tensor attend(Tensor q, Tensor k, Tensor v);
  }

  /// The output and the gradients of queries, keys and values.
  private static List<float[]> run(Tape t, String name, Attending attending) {
    String of = "attention/" + name;
    t.reset();
    Tensor q = Named.of(of, "q").tensor();
    Tensor k = Named.of(of, "k").tensor();
    Tensor v = Named.of(of, "v").tensor();
    Tensor y = attending.attend(q, k, v);
    t.backward(t.sum(t.mul(y, Numbers.GOLDEN.tensor(of + "/dy"))));
    return List.of(y.data().clone(), q.gradient(), k.gradient(), v.gradient());
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 32, 100, 128})
  @DisplayName("of 100 places in tiles is off by less than 0.00001, and keeps no matrix")
  void memory(int tile) {
    Tiles.Run naive = Tiles.run(100, 0);
    Tiles.Run tiled = Tiles.run(100, tile);
    Near.assertClose("output", naive.output(), tiled.output(), 1e-5);
    Near.assertClose("gradients", naive.gradient(), tiled.gradient(), 1e-5);
    // 4 heads: the products, the scores and the weights, 4 · 100² each, and the output, 4 · 100 ·
    // 16,
    // all with gradients.
    assertThat(naive.floats()).isEqualTo(2 * (3 * 40_000 + 6_400));
    // The output with its gradient, a number for each query, a tile of scores and one of gradients.
    assertThat(tiled.floats()).isEqualTo(2 * 6_400 + 400 + 2L * tile * tile);
  }

  // Queries sin 1, sin 2 …, keys cos 1, cos 2 …, values 0.1, 0.2 …: what PyTorch 2.13 computes in
  // float64, to six decimals.

  private float[] attend(Mask mask, Bias bias) {
    Tensor q = Numbers.sines(1, 1, 3, 4);
    Tensor k = Numbers.cosines(1, 1, 3, 4);
    return Attention.attend(t, q, k, Numbers.tenths(1, 1, 3, 4), mask, bias).data();
  }

  /// The values of a row are 0.1 apart.
  private static void assertFirstColumn(float[] actual, double... expected) {
    for (int row = 0; row < expected.length; row++) {
      for (int column = 0; column < 4; column++) {
        Near.assertNear(
            "row %d, column %d".formatted(row, column),
            expected[row] + column / 10.0,
            actual[row * 4 + column],
            1e-6);
      }
    }
  }

  @Test
  @DisplayName("by known numbers: whole, causal, with a window, with ALiBi")
  void known() {
    assertFirstColumn(attend(Mask.bidirectional(), Bias.NONE), .397514, .722745, .332187);
    assertFirstColumn(attend(Mask.causal(), Bias.NONE), .1, .372106, .332187);
    assertFirstColumn(attend(Mask.window(2), Bias.NONE), .1, .372106, .734891);
    // A slope of 1/2.
    Bias half =
        (tape, scores) ->
            tape.add(
                scores,
                Tensor.constant(new float[] {0, -.5f, -1, -.5f, 0, -.5f, -1, -.5f, 0}, 3, 3));
    assertFirstColumn(attend(Mask.causal(), half), .1, .411265, .486224);
  }

  @Test
  @DisplayName("has weights that sum to 1 in each row, and are 0 where the mask hides")
  void weights() {
    Tensor w =
        Attention.weights(
            t, Numbers.sines(1, 1, 3, 4), Numbers.cosines(1, 1, 3, 4), Mask.causal(), Bias.NONE);
    Near.assertClose(
        "weights",
        new double[] {1, 0, 0, .319734, .680266, 0, .634289, .150955, .214756},
        w.data(),
        1e-6);
  }

  @Test
  @DisplayName("of one query behind two earlier keys sees all three")
  void cached() {
    Tensor q = t.slice(Numbers.sines(1, 1, 3, 4), 2, 2, 3);
    Tensor k = Numbers.cosines(1, 1, 3, 4);
    Tensor v = Numbers.tenths(1, 1, 3, 4);
    assertFirstColumn(Attention.attend(t, q, k, v, Mask.causal(2), Bias.NONE).data(), .332187);
    // Aligned at the top left it would see the first key only.
    assertFirstColumn(Attention.attend(t, q, k, v, Mask.causal(), Bias.NONE).data(), .1);
  }

  @Test
  @DisplayName("is not harmed by a hidden key that is not a number, but is by a hidden value")
  void notANumber() {
    Tensor k = Numbers.cosines(1, 1, 3, 4);
    k.data()[8] = Float.NaN;
    Tensor q = Numbers.sines(1, 1, 3, 4);
    Tensor v = Numbers.tenths(1, 1, 3, 4);
    float[] y = Attention.attend(t, q, k, v, Mask.causal(), Bias.NONE).data();
    assertFirstColumn(y, .1, .372106);
    assertThat(y[8]).isNaN();
    // 0 · NaN is NaN.
    v.data()[8] = Float.NaN;
    Tensor whole = Numbers.cosines(1, 1, 3, 4);
    assertThat(Attention.attend(t, q, whole, v, Mask.causal(), Bias.NONE).data()[0]).isNaN();
  }

  /// What PyTorch 2.13 gives: 2 heads, fused weights sin 1, sin 2 … / 2 cut into q, k and v.
  @Test
  @DisplayName("of two heads in a layer gives known numbers and gradients")
  void layer() {
    Tensor all = Numbers.filled(i -> Math.sin(i) / 2, 12, 4);
    Tensor bias = Numbers.filled(i -> Math.sin(i) / 10, 12);
    SelfAttention layer =
        new SelfAttention(
            part(all, bias, 0),
            part(all, bias, 1),
            part(all, bias, 2),
            new Linear(
                Numbers.filled(i -> Math.sin(i) / 2, 4, 4),
                Optional.of(Numbers.filled(i -> Math.sin(i) / 10, 4))),
            2,
            2,
            Optional.empty(),
            Bias.NONE);
    Tensor y = layer.apply(t, Numbers.sines(1, 3, 4), Mask.causal());
    Near.assertClose(
        "output",
        new double[] {
          -.088355, -.066472, .392383, -.412788, .191064, -.326498, .452893, -.231865, -.046663,
          .223801, -.028779, -.152481
        },
        y.data(),
        1e-6);
    t.backward(t.sum(t.mul(y, y)));
    Near.assertClose(
        "gradient of the output's bias",
        new double[] {.112093, -.338338, 1.632995, -1.594267},
        layer.output().bias().orElseThrow().gradient(),
        2e-6);
    Near.assertClose(
        "gradient of the first row of the weights",
        new double[] {.160845, -.018401, -.180729, -.176896},
        Arrays.copyOf(all.gradient(), 4),
        2e-6);
  }

  private Linear part(Tensor weights, Tensor bias, int number) {
    return new Linear(
        t.slice(weights, 0, 4 * number, 4 * number + 4),
        Optional.of(t.slice(bias, 0, 4 * number, 4 * number + 4)));
  }

  @Test
  @DisplayName("refuses a tile of nothing")
  void noTile() {
    Tensor q = Numbers.sines(1, 1, 3, 4);
    assertThatThrownBy(() -> TiledAttention.attend(t, q, q, q, Mask.causal(), 0))
        .hasMessage("a tile needs 1 place or more, and has 0");
  }

  /// Queries, keys and values are one tensor, so what comes back is a sum of three. The second time
  /// the tape gives arrays in which old numbers lie.
  @Test
  @DisplayName("as one operation, adds where something came back before, and else overwrites")
  void sameForAll() {
    for (int round = 0; round < 2; round++) {
      t.reset();
      Tensor parts = Numbers.sines(1, 5, 4);
      Tensor fusedParts = Numbers.sines(1, 5, 4);
      Tensor x = t.scale(parts, 2);
      Tensor heads = Attention.split(t, x, 2);
      Tensor y = Attention.attend(t, heads, heads, heads, Mask.causal(), Bias.NONE);
      Tensor together = t.reshape(t.transpose(y, 1, 2), 1, 5, 4);
      Tensor fusedX = t.scale(fusedParts, 2);
      Tensor fused = FusedAttention.attend(t, fusedX, fusedX, fusedX, 2, 2, Mask.causal());
      t.backward(t.sum(t.mul(t.add(together, fused), Numbers.cosines(1, 5, 4))));
      Near.assertClose("output", together.data(), fused.data(), TOLERANCE);
      Near.assertClose("gradient", parts.gradient(), fusedParts.gradient(), 1e-5);
    }
  }

  /// Scores 200 and 180, then 1 and 0.9: e^(1 - 200) is 0 as a float, so the second row must not
  /// remember the first one's largest score.
  @Test
  @DisplayName("in tiles forgets the largest score of the rows before")
  void largest() {
    Tensor q = Tensor.constant(new float[] {20, .1f}, 1, 1, 2, 1);
    Tensor k = Tensor.constant(new float[] {10, 9}, 1, 1, 2, 1);
    Tensor v = Tensor.constant(new float[] {1, 2}, 1, 1, 2, 1);
    float[] y = TiledAttention.attend(t, q, k, v, Mask.bidirectional(), 1).data();
    // (e^1 + 2 e^0.9) / (e^1 + e^0.9) = 1 + 1 / (1 + e^0.1) = 1.475021
    Near.assertClose("two rows", new double[] {1, 1.475021}, y, 1e-6);
  }

  @Test
  @DisplayName("as one operation refuses heads that cannot be shared out, too")
  void fusedShared() {
    assertThatThrownBy(() ->
            FusedAttention.attend(
                t,
                Tensor.parameter(1, 2, 6),
                Tensor.parameter(1, 2, 4),
                Tensor.parameter(1, 2, 4),
                3,
                2,
                Mask.causal()))
        .hasMessage("3 query heads cannot share 2 heads of keys and values evenly");
  }

  @Test
  @DisplayName("refuses heads that cannot be shared out")
  void heads() {
    Tensor q = Numbers.sines(1, 4, 3, 2);
    Tensor k = Numbers.cosines(1, 3, 3, 2);
    assertThatThrownBy(() -> Attention.attend(t, q, k, k, Mask.causal(), Bias.NONE))
        .hasMessage("4 query heads cannot share 3 heads of keys and values evenly");
    assertThatThrownBy(() -> TiledAttention.attend(t, q, k, k, Mask.causal(), 2))
        .hasMessage("4 query heads cannot share 3 heads of keys and values evenly");
  }

  /// A product of d pairs of independent numbers of variance 1 has the variance d.
  @Test
  @DisplayName("has scores whose size does not grow with the width, by the root and not otherwise")
  void scaling() {
    for (int width : new int[] {16, 256, 1024}) {
      double root = Math.sqrt(width);
      assertThat(Scaling.spread(width, 1).score() / root).isBetween(0.9, 1.1);
      assertThat(Scaling.spread(width, 1 / root).score()).isBetween(0.9, 1.1);
      assertThat(Scaling.spread(width, 1.0 / width).score() * root).isBetween(0.9, 1.1);
    }
    assertThat(Scaling.spread(1024, 1).slope()).isLessThan(0.05);
  }

  @Test
  @DisplayName("knows no order: without positions, places in another order find the same")
  void order() {
    Model model = Numbers.random(new Config("order", Style.LLAMA, 1, 0, 8, 1, 2, 2, 16));
    SelfAttention rotating = model.blocks().getFirst().attention();
    SelfAttention plain =
        new SelfAttention(
            rotating.query(),
            rotating.key(),
            rotating.value(),
            rotating.output(),
            2,
            2,
            Optional.empty(),
            Bias.NONE);
    Tensor ab = Numbers.sines(1, 2, 8);
    Tensor ba = t.concat(1, t.slice(ab, 1, 1, 2), t.slice(ab, 1, 0, 1));
    float[] there = plain.apply(t, ab, Mask.bidirectional()).data();
    float[] back = plain.apply(t, ba, Mask.bidirectional()).data();
    Near.assertClose("b of ab and ba", tail(there), Arrays.copyOf(back, 8), 1e-6);
    assertThat(tail(rotating.apply(t, ab, Mask.bidirectional()).data()))
        .isNotEqualTo(Arrays.copyOf(rotating.apply(t, ba, Mask.bidirectional()).data(), 8));
  }

  private static float[] tail(float[] rows) {
    return Arrays.copyOfRange(rows, 8, 16);
  }
}
