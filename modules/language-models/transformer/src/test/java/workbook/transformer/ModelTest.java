package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.topictest.Near;

@DisplayName("A whole model")
class ModelTest {

  private static final List<Published> PUBLISHED = Published.ALL;

  /// As BLOOM tells positions, but for its norm behind the embeddings.
  private static final Style ALIBI =
      new Style(
          Style.Positions.ALIBI,
          Block.Order.PRE,
          false,
          1e-5f,
          Activation.GELU_TANH,
          false,
          true,
          true,
          false);

  private static final int[] IDS = {3, 1, 4, 1, 5};

  private final Tape t = Numbers.tape();

  @ParameterizedTest
  @FieldSource("PUBLISHED")
  @DisplayName("has as many parameters as were published")
  void parameters(Published model) {
    assertThat(model.config().parameters()).as(model.config().name()).isEqualTo(model.parameters());
  }

  @Test
  @DisplayName("holds what its sizes say")
  void allocated() {
    for (Style style : List.of(Style.GPT1, Style.GPT2, Style.LLAMA, Style.BERT)) {
      Config config = new Config("small", style, 7, 5, 8, 3, 4, 2, 20);
      long size = new Model(config).parameters().values().stream().mapToLong(Tensor::size).sum();
      assertThat(size).isEqualTo(config.parameters());
    }
    assertThat(Transformer.GPT2.parameters()).isEqualTo(328);
    assertThat(Transformer.LLAMA.parameters()).isEqualTo(680);
  }

  /// Two layers of PyTorch's, with token and learned positions, and the table as output matrix.
  @Test
  @DisplayName("of GPT-2's kind gives PyTorch's loss and every gradient")
  void gpt() {
    Model model = new Model(new Config("gpt", Style.GPT2, 11, 8, 8, 2, 2, 2, 32));
    List<TorchLayer> layers =
        List.of(
            TorchLayer.encoder(model.parameters(), "0."),
            TorchLayer.encoder(model.parameters(), "1."));
    for (int layer = 0; layer < 2; layer++) {
      layers.get(layer).load("gpt/weights/layers.%d.".formatted(layer));
    }
    load(model, "token", "token");
    load(model, "position", "position");
    load(model, "norm.weight", "norm.gain");
    load(model, "norm.bias", "norm.bias");
    float[] ids = Numbers.GOLDEN.floats("gpt/ids");
    int[] inputs = new int[14];
    int[] targets = new int[14];
    for (int i = 0; i < 14; i++) {
      inputs[i] = (int) ids[i / 7 * 8 + i % 7];
      targets[i] = (int) ids[i / 7 * 8 + i % 7 + 1];
    }
    Tensor loss = t.crossEntropy(model.logits(t, inputs, 2), targets);
    Near.assertNear("loss", Numbers.GOLDEN.tensor("gpt/loss").value(), loss.value(), 2e-5);
    t.backward(loss);
    for (int layer = 0; layer < 2; layer++) {
      layers.get(layer).assertGradients("gpt/gradients/layers.%d.".formatted(layer), 1e-5);
    }
    assertGradient(model, "token", "token");
    assertGradient(model, "position", "position");
    assertGradient(model, "norm.weight", "norm.gain");
    assertGradient(model, "norm.bias", "norm.bias");
  }

  private static void load(Model model, String theirs, String ours) {
    float[] from = Numbers.GOLDEN.floats("gpt/weights/" + theirs);
    System.arraycopy(from, 0, model.parameters().get(ours).data(), 0, from.length);
  }

  private static void assertGradient(Model model, String theirs, String ours) {
    Near.assertClose(
        "gradient of " + ours,
        Numbers.GOLDEN.floats("gpt/gradients/" + theirs),
        model.parameters().get(ours).gradient(),
        1e-5);
  }

  private float[] lastLogits(Model model) {
    float[] logits = model.logits(t, IDS, 1).data();
    return Arrays.copyOfRange(logits, 44, 55);
  }

  /// transformers 5.18.0 in float64, filled with the same sines.
  @Test
  @DisplayName("of LLaMA's kind gives the scores of Hugging Face's")
  void llama() {
    Near.assertClose(
        "scores",
        new double[] {
          -.245933, -.119393, .280676, .037716, -.291651, .047155, .277929, -.128032, -.240672,
          .198068, .183034
        },
        lastLogits(Transformer.filled(Transformer.LLAMA)),
        2e-6);
  }

  /// There the matrices lie inputs by outputs, and those of q, k and v are one.
  @Test
  @DisplayName("of GPT-2's kind gives the scores of Hugging Face's")
  void gpt2() {
    Model model = Transformer.filled(Transformer.GPT2);
    String[] parts = {"0.query", "0.key", "0.value"};
    for (int part = 0; part < 3; part++) {
      for (int out = 0; out < 4; out++) {
        for (int in = 0; in < 4; in++) {
          model.parameters().get(parts[part] + ".weight").data()[out * 4 + in] =
              (float) (Math.sin(in * 12 + part * 4 + out + 1) / 2);
        }
        model.parameters().get(parts[part] + ".bias").data()[out] =
            (float) (Math.sin(part * 4 + out + 1) / 2);
      }
    }
    for (String name : new String[] {"0.output.weight", "0.up.weight", "0.down.weight"}) {
      Tensor weight = model.parameters().get(name);
      for (int out = 0; out < weight.size(0); out++) {
        for (int in = 0; in < weight.size(1); in++) {
          weight.data()[out * weight.size(1) + in] =
              (float) (Math.sin(in * weight.size(0) + out + 1) / 2);
        }
      }
    }
    Near.assertClose(
        "scores",
        new double[] {
          1.898946, -1.814663, .473340, 1.195872, -2.036688, 1.466664, .119337, -1.622672, 2.001961,
          -.994467, -.701908
        },
        lastLogits(model),
        2e-6);
  }

  @Test
  @DisplayName("that reads forwards gives the same scores to a text's beginning, whatever follows")
  void causal() {
    for (Style style : List.of(Style.GPT1, Style.GPT2, Style.LLAMA, ALIBI)) {
      Model model = Numbers.random(new Config("small", style, 11, 8, 8, 2, 4, 4, 16));
      float[] whole = model.logits(t, IDS, 1).data();
      float[] beginning = model.logits(t, new int[] {3, 1, 4}, 1).data();
      Near.assertClose("scores", beginning, Arrays.copyOf(whole, 33), 1e-6);
    }
  }

  @Test
  @DisplayName("with learned positions has no more of them; others go on")
  void tooLong() {
    Model model = Transformer.filled(Transformer.GPT2);
    assertThatThrownBy(() -> model.logits(t, new int[9], 1))
        .hasMessage("9 places, and positions were learned for 8");
    assertThat(Transformer.filled(Transformer.LLAMA).logits(t, new int[9], 1).size()).isEqualTo(99);
    Model linear = Numbers.random(new Config("linear", ALIBI, 11, 0, 8, 2, 2, 2, 16));
    assertThat(linear.logits(t, new int[] {1, 2, 1, 2}, 1).data()).hasSize(44);
    assertThat(linear.parameters()).doesNotContainKey("position");
  }

  @Test
  @DisplayName("of BERT's kind sees both ways, and predicts no next token")
  void encoder() {
    Model model = Numbers.random(new Config("small", Style.BERT, 11, 8, 8, 2, 2, 2, 16));
    Tensor read = model.read(t, IDS, 1, Mask.bidirectional());
    Tensor other = model.read(t, new int[] {3, 1, 4, 1, 6}, 1, Mask.bidirectional());
    assertThat(model.pool(t, read).shape()).containsExactly(1, 8);
    assertThat(model.pool(t, read).data()).isNotEqualTo(model.pool(t, other).data());
    assertThatThrownBy(() -> model.logits(t, IDS, 1))
        .hasMessage("small is an encoder: it predicts no next token");
  }

  @Test
  @DisplayName("is refused if its heads do not fit")
  void heads() {
    assertThatThrownBy(() -> new Config("odd", Style.GPT2, 1, 1, 8, 1, 3, 3, 8))
        .hasMessage("odd: 3 heads do not divide a width of 8");
    assertThatThrownBy(() -> new Config("odd", Style.LLAMA, 1, 1, 8, 1, 4, 3, 8))
        .hasMessage("4 query heads cannot share 3 heads of keys and values evenly");
  }
}
