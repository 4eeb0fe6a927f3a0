package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.topictest.Near;
import workbook.transformer.Numbers.Named;

@DisplayName("Norms, feed-forward networks, experts and blocks")
class PartsTest {

  private static final double TOLERANCE = 4e-6;

  private final Tape t = Numbers.tape();

  private static Linear bare(Tensor weights) {
    return new Linear(weights, Optional.empty());
  }

  @Test
  @DisplayName("RMSNorm gives PyTorch's output and gradients")
  void rms() {
    Named x = Named.of("rms", "x");
    Named gain = Named.of("rms", "gain");
    Tensor y = new Norm.Rms(gain.tensor(), 1e-6f).apply(t, x.tensor());
    Numbers.assertGolden(t, "rms", y, TOLERANCE, x, gain);
  }

  @Test
  @DisplayName("RMSNorm of 1 2 3 4 divides by the root of 30/4 and keeps the mean")
  void byHand() {
    Tensor ones = Numbers.filled(_ -> 1, 4);
    Norm rms = new Norm.Rms(ones, 1e-5f);
    Near.assertClose(
        "1 2 3 4",
        new double[] {.365148, .730296, 1.095444, 1.460593},
        rms.apply(t, Tensor.constant(new float[] {1, 2, 3, 4}, 1, 4)).data(),
        1e-6);
    // A thousandth of it is not the same: 1e-6 is under the root beside 7.5e-6.
    Near.assertClose(
        "a thousandth",
        new double[] {.342997, .685994, 1.028992, 1.371989},
        new Norm.Rms(ones, 1e-6f)
            .apply(t, Tensor.constant(new float[] {.001f, .002f, .003f, .004f}, 1, 4))
            .data(),
        2e-6);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("each activation gives PyTorch's output and gradient")
  void activations(Activation activation) {
    String of = "activation/" + activation;
    Named x = Named.of(of, "x");
    Numbers.assertGolden(t, of, activation.apply(t, x.tensor()), TOLERANCE, x);
  }

  @Test
  @DisplayName("a network with a gate gives PyTorch's output and gradients")
  void gated() {
    Named x = Named.of("gated", "x");
    Named gate = Named.of("gated", "gate");
    Named up = Named.of("gated", "up");
    Named down = Named.of("gated", "down");
    FeedForward network =
        new FeedForward.Gated(
            Activation.SILU, bare(gate.tensor()), bare(up.tensor()), bare(down.tensor()));
    Numbers.assertGolden(t, "gated", network.apply(t, x.tensor()), TOLERANCE, x, gate, up, down);
  }

  /// What PyTorch 2.13 gives in float64, to six decimals.
  @Test
  @DisplayName("SwiGLU and GeGLU of 1 2 3 4, with sines and cosines for weights")
  void known() {
    Tensor x = Tensor.constant(new float[] {1, 2, 3, 4}, 1, 4);
    Linear gate = bare(Numbers.filled(i -> Math.sin(i) / 2, 3, 4));
    Linear up = bare(Numbers.filled(i -> Math.cos(i) / 2, 3, 4));
    Linear down = bare(Numbers.filled(i -> Math.sin(i) / 2, 4, 3));
    Near.assertClose(
        "SwiGLU",
        new double[] {1.731851, -1.825183, 1.881985, -1.901119},
        new FeedForward.Gated(Activation.SILU, gate, up, down).apply(t, x).data(),
        1e-6);
    Near.assertClose(
        "GeGLU",
        new double[] {1.902375, -2.008822, 2.075061, -2.099769},
        new FeedForward.Gated(Activation.GELU, gate, up, down).apply(t, x).data(),
        1e-6);
  }

  @Test
  @DisplayName("two experts of five give what all five give with the others' gates at 0")
  void experts() {
    Named x = Named.of("experts", "x");
    Named router = Named.of("experts", "router");
    Named matrices = Named.of("experts", "experts");
    List<FeedForward> experts =
        IntStream.range(0, 5)
            .<FeedForward>mapToObj(e -> {
              Tensor one = t.reshape(t.slice(matrices.tensor(), 0, e, e + 1), 4, 4);
              return (tape, rows) -> tape.matmulTransposed(rows, one);
            })
            .toList();
    Tensor y = new Experts(bare(router.tensor()), experts, 2).apply(t, x.tensor());
    Numbers.assertGolden(t, "experts", y, TOLERANCE, x, router, matrices);
  }

  @Test
  @DisplayName("gates are a softmax over the chosen; of equal scores the first is chosen")
  void gates() {
    Experts two = new Experts(bare(Numbers.sines(4, 1)), Collections.nCopies(4, (_, x) -> x), 2);
    // e² / (e² + e) = 0.731059
    Near.assertClose(
        "2 1 0 -1",
        new double[] {.731059, .268941, 0, 0},
        two.gates(t, Tensor.constant(new float[] {2, 1, 0, -1}, 1, 4)).data(),
        1e-6);
    Near.assertClose(
        "1 1 1 2",
        new double[] {.268941, 0, 0, .731059},
        two.gates(t, Tensor.constant(new float[] {1, 1, 1, 2}, 1, 4)).data(),
        1e-6);
    // A row is told apart from those above it.
    Near.assertClose(
        "4 3 2 1, then 1 1 1 2",
        new double[] {.731059, .268941, 0, 0, .268941, 0, 0, .731059},
        two.gates(t, Tensor.constant(new float[] {4, 3, 2, 1, 1, 1, 1, 2}, 2, 4)).data(),
        1e-6);
  }

  /// The router scores all alike, so every row chooses the first ones, and their mixture is a mean.
  @Test
  @DisplayName("one expert can be chosen, or all; who is not chosen reads nothing")
  void read() {
    Tensor x = Numbers.sines(3, 2);
    Linear router = bare(Tensor.constant(new float[6], 3, 2));
    for (int chosen = 1; chosen <= 3; chosen++) {
      int[] read = new int[3];
      List<FeedForward> experts =
          IntStream.range(0, 3)
              .<FeedForward>mapToObj(expert ->
                  (tape, rows) -> {
                    read[expert] = rows.size(0);
                    return tape.scale(rows, expert);
                  })
              .toList();
      float[] mixed = new Experts(router, experts, chosen).apply(t, x).data();
      assertThat(read).containsExactly(3, chosen > 1 ? 3 : 0, chosen > 2 ? 3 : 0);
      // The mean of 0, of 0 and 1, of 0, 1 and 2.
      for (int i = 0; i < 6; i++) {
        assertThat(mixed[i]).isCloseTo((chosen - 1) / 2f * x.data()[i], within(1e-6f));
      }
    }
  }

  @Test
  @DisplayName("more experts than there are cannot be chosen, nor none")
  void chosen() {
    for (int chosen : new int[] {0, 5}) {
      assertThatThrownBy(() ->
              new Experts(bare(Numbers.sines(4, 1)), Collections.nCopies(4, (_, x) -> x), chosen))
          .hasMessage("of 4 experts %d cannot be chosen".formatted(chosen));
    }
  }

  @Test
  @DisplayName("the balance loss is 1 if all are used alike, and by known numbers")
  void balance() {
    Tensor alike = Tensor.constant(new float[] {1, 0, 0, 1}, 2, 2);
    assertThat(Experts.balance(t, alike).value()).isCloseTo(1, within(1e-6f));
    // f = 1/3 1/3 0 1/3 and P = .357862 .221611 .154614 .265913.
    Tensor logits = Numbers.filled(i -> 2 * Math.sin(i), 6, 4);
    assertThat(Experts.balance(t, logits).value()).isCloseTo(1.127181f, within(2e-6f));
  }

  @ParameterizedTest
  @EnumSource(names = {"POST", "PRE"})
  @DisplayName("a block gives the output and gradients of PyTorch's TransformerEncoderLayer")
  void block(Block.Order order) {
    String of = "layer/" + order;
    Style style =
        new Style(
            Style.Positions.LEARNED,
            order,
            false,
            1e-5f,
            Activation.GELU,
            false,
            true,
            true,
            false);
    Model model = new Model(new Config("layer", style, 1, 1, 8, 1, 2, 2, 16));
    TorchLayer layer = TorchLayer.encoder(model.parameters(), "0.");
    layer.load(of + "/weights/");
    Named x = Named.of(of, "x");
    Tensor y = model.blocks().getFirst().apply(t, x.tensor(), Mask.causal());
    Numbers.assertGolden(t, of, y, 1e-5, x);
    layer.assertGradients(of + "/gradients/", 1e-5);
  }

  @Test
  @DisplayName("DeepNorm counts what was there (2 L)^1/4 times, the others once")
  void alpha() {
    // 2 · 8 = 16 = 2⁴
    assertThat(Block.Order.DEEP.alpha(8)).isEqualTo(2);
    assertThat(Block.Order.POST.alpha(8)).isEqualTo(1);
    assertThat(Block.Order.PRE.alpha(8)).isEqualTo(1);
  }

  /// By attention and feed-forward networks that give 0, what is left is norm(α norm(α x)), which
  /// does not depend on α but for epsilon; with the input 0 1 and attention's bias 1 0 it does.
  @Test
  @DisplayName("DeepNorm scales what was there before it adds")
  void deep() {
    Map<Block.Order, float[]> outputs = new LinkedHashMap<>();
    for (Block.Order order : new Block.Order[] {Block.Order.POST, Block.Order.DEEP}) {
      Style style =
          new Style(
              Style.Positions.LEARNED,
              order,
              false,
              1e-5f,
              Activation.RELU,
              false,
              true,
              true,
              false);
      Model model = new Model(new Config("deep", style, 1, 1, 3, 8, 1, 1, 3));
      model.parameters().get("0.output.bias").data()[0] = 2;
      Tensor x = Tensor.constant(new float[] {0, 1, 0}, 1, 1, 3);
      outputs.put(order, model.blocks().getFirst().apply(t, x, Mask.causal()).data());
    }
    // POST: 2 1 0 normalised: (1 0 -1) / √(2/3). DEEP, α = 2: 2 2 0, (1 1 -2) / 3 · 2 / √(8/9).
    double root = Math.sqrt(2 / 3.0);
    Near.assertClose(
        "post", new double[] {1 / root, 0, -1 / root}, outputs.get(Block.Order.POST), 1e-4);
    double s = Math.sqrt(0.5);
    Near.assertClose("deep", new double[] {s, s, -2 * s}, outputs.get(Block.Order.DEEP), 1e-4);
  }

  /// What attention gives is its bias 2 0 0: normed, (4 -2 -2) / 3 · 1 / √(8/9) = √2 (1, -1/2,
  /// -1/2). The feed-forward network gives 0, which stays 0.
  @Test
  @DisplayName("a sandwich norms what a part gives, and leaves what was there")
  void sandwich() {
    Style style =
        new Style(
            Style.Positions.LEARNED,
            Block.Order.SANDWICH,
            false,
            1e-5f,
            Activation.RELU,
            false,
            true,
            true,
            false);
    Model model = new Model(new Config("sandwich", style, 1, 1, 3, 1, 1, 1, 3));
    model.parameters().get("0.output.bias").data()[0] = 2;
    Tensor x = Tensor.constant(new float[] {0, 1, 0}, 1, 1, 3);
    double root = Math.sqrt(2);
    Near.assertClose(
        "sandwich",
        new double[] {root, 1 - root / 2, -root / 2},
        model.blocks().getFirst().apply(t, x, Mask.causal()).data(),
        1e-4);
  }
}
