package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.topictest.Near;
import workbook.transformer.Numbers.Named;

@DisplayName("An encoder and a decoder")
class EncoderDecoderTest {

  /// As in golden.py: of what was read, the second sequence has three places.
  private static final Mask SEEN = Mask.padding(5, 3);

  private static final int BATCH = 2;

  private final Tape t = Numbers.tape();

  private static Config config(Block.Order order, Activation activation) {
    Style style =
        new Style(
            Style.Positions.LEARNED, order, false, 1e-5f, activation, false, true, true, false);
    return new Config("two", style, 11, 8, 8, 1, 2, 2, 16);
  }

  @ParameterizedTest
  @EnumSource(names = {"POST", "PRE"})
  @DisplayName("the decoder's block gives what PyTorch's TransformerDecoderLayer gives")
  void block(Block.Order order) {
    String of = "cross/" + order;
    EncoderDecoder model = new EncoderDecoder(config(order, Activation.GELU));
    TorchLayer layer = TorchLayer.decoder(model.parameters(), "decoder.0.");
    layer.load(of + "/weights/");
    Named x = Named.of(of, "x");
    Named read = Named.of(of, "read");
    Tensor y = model.decoder().getFirst().apply(t, x.tensor(), Mask.causal(), read.tensor(), SEEN);
    Numbers.assertGolden(t, of, y, 1e-5, x, read);
    layer.assertGradients(of + "/gradients/", 1e-5);
  }

  @Test
  @DisplayName("together give PyTorch's loss and every gradient")
  void whole() {
    EncoderDecoder model = new EncoderDecoder(config(Block.Order.POST, Activation.RELU));
    Map<String, Tensor> parameters = model.parameters();
    TorchLayer encoder = TorchLayer.encoder(parameters, "encoder.0.");
    TorchLayer decoder = TorchLayer.decoder(parameters, "decoder.0.");
    encoder.load("two/weights/encoder.");
    decoder.load("two/weights/decoder.");
    for (String table : new String[] {"token", "position"}) {
      float[] from = Numbers.GOLDEN.floats("two/weights/" + table);
      System.arraycopy(from, 0, parameters.get(table).data(), 0, from.length);
    }
    Tensor read = model.read(t, ids("two/source"), BATCH, SEEN);
    int[] ids = ids("two/ids");
    int time = ids.length / BATCH - 1;
    int[] written = new int[BATCH * time];
    int[] targets = new int[BATCH * time];
    for (int row = 0; row < BATCH; row++) {
      System.arraycopy(ids, row * (time + 1), written, row * time, time);
      System.arraycopy(ids, row * (time + 1) + 1, targets, row * time, time);
    }
    Tensor loss = t.crossEntropy(model.logits(t, written, BATCH, read, SEEN), targets);
    Near.assertClose("loss", Numbers.GOLDEN.floats("two/loss"), loss.data(), 1e-5);
    t.backward(loss);
    encoder.assertGradients("two/gradients/encoder.", 1e-5);
    decoder.assertGradients("two/gradients/decoder.", 1e-5);
    for (String table : new String[] {"token", "position"}) {
      Near.assertClose(
          "gradient of " + table,
          Numbers.GOLDEN.floats("two/gradients/" + table),
          parameters.get(table).gradient(),
          1e-5);
    }
  }

  private static int[] ids(String name) {
    float[] numbers = Numbers.GOLDEN.floats(name);
    int[] ids = new int[numbers.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (int) numbers[i];
    }
    return ids;
  }

  @Test
  @DisplayName("look at the weights they use: a row sums to 1, and what is not seen has none")
  void weights() {
    EncoderDecoder model = new EncoderDecoder(config(Block.Order.PRE, Activation.RELU));
    Transformer.fill(model.parameters());
    int[] input = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    Tensor read = model.read(t, input, BATCH, SEEN);
    Tensor weights = model.weights(t, new int[] {1, 2, 3, 4}, BATCH, read, SEEN);
    assertThat(weights.shape()).containsExactly(BATCH, 2, 2, 5);
    for (int row = 0; row < BATCH * 2 * 2; row++) {
      double sum = 0;
      for (int key = 0; key < 5; key++) {
        float weight = weights.data()[row * 5 + key];
        sum += weight;
        assertThat(weight > 0).as("row %d, key %d", row, key).isEqualTo(row < 4 || key < 3);
      }
      assertThat(sum).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  @DisplayName("have learned positions, and no more places than those")
  void limits() {
    assertThatThrownBy(() -> new EncoderDecoder(new Config("x", Style.LLAMA, 11, 8, 8, 1, 2, 2, 8)))
        .hasMessage("x: two stacks have learned positions and one table of tokens");
    EncoderDecoder model = new EncoderDecoder(config(Block.Order.PRE, Activation.RELU));
    assertThatThrownBy(() -> model.read(t, new int[9], 1, Mask.bidirectional()))
        .hasMessage("9 places, and positions were learned for 8");
  }
}
