package workbook.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.autograd.Golden;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.topictest.Near;
import workbook.transformer.Config;
import workbook.transformer.Model;
import workbook.transformer.Style;
import workbook.transformer.Trainer;

@DisplayName("PyTorch, in float64 with its own TransformerEncoderLayer, has")
class TorchTest {

  private static final Golden GOLDEN = Golden.beside(TorchTest.class);
  private static final double TOLERANCE = 2e-5;
  private static final double RATE = 0.01;
  private static final double DECAY = 0.1;

  private final Tape t = new Tape(FloatKernels.best());

  private static Encoder encoder() {
    return new Encoder(model(Style.BERT), Hidden.Fate.BERT, new SplittableRandom(1));
  }

  private static Model model(Style style) {
    return new Model(new Config("golden", style, 11, 8, 8, 2, 2, 2, 16));
  }

  private static void load(String family, Map<String, Tensor> parameters) {
    parameters.forEach((name, tensor) -> {
      float[] start = GOLDEN.floats("%s/start/%s".formatted(family, name));
      System.arraycopy(start, 0, tensor.data(), 0, start.length);
    });
  }

  private static int[] ints(String name) {
    float[] floats = GOLDEN.floats(name);
    return IntStream.range(0, floats.length).map(i -> (int) floats[i]).toArray();
  }

  private static Rows rows(String family) {
    return new Rows(ints(family + "/ids"), ints(family + "/lengths"));
  }

  private void assertLoss(String family, Reader reader, Tensor loss) {
    t.backward(loss);
    Near.assertNear("loss", GOLDEN.floats(family + "/loss")[0], loss.value(), TOLERANCE);
    reader
        .parameters()
        .forEach((name, tensor) ->
            Near.assertClose(
                "gradient of " + name,
                GOLDEN.floats("%s/gradients/%s".formatted(family, name)),
                tensor.gradient(),
                TOLERANCE));
  }

  /// Of four hidden words in three rows of different lengths, as golden.py hides them.
  @Test
  @DisplayName("the same loss of hidden words, and the same gradient of every weight")
  void hidden() {
    Encoder encoder = encoder();
    load("encoder", encoder.parameters());
    Rows rows = rows("encoder");
    int[] places = {2, 6 + 1, 12 + 2, 12 + 4};
    int[] targets = IntStream.of(places).map(place -> rows.tokens()[place]).toArray();
    Hidden hidden = new Hidden(ints("encoder/inputs"), places, targets);
    assertLoss("encoder", encoder, encoder.loss(t, rows, hidden));
  }

  @Test
  @DisplayName("the same loss of next words, without those that only fill a row")
  void next() {
    Decoder decoder = new Decoder(model(Style.GPT1));
    load("decoder", decoder.parameters());
    assertLoss("decoder", decoder, decoder.loss(t, rows("decoder"), new SplittableRandom(1)));
  }

  @ParameterizedTest
  @CsvSource({"encoder, all", "encoder, frozen", "decoder, all", "decoder, frozen"})
  @DisplayName("the same weights after a step of fine-tuning; what is frozen keeps its bits")
  void tuning(String family, String way) {
    Reader reader = family.equals("encoder") ? encoder() : new Decoder(model(Style.GPT1));
    Classifier classifier = new Classifier(reader, new SplittableRandom(1));
    load(family, classifier.parameters());
    Predicate<String> frozen =
        name -> way.equals("frozen") && !name.startsWith("1.") && !name.startsWith("classifier");
    Trainer trainer = new Trainer(classifier.parameters(frozen), 0.99, DECAY, t);
    Rows rows = rows(family);
    List<Labelled> examples =
        IntStream.range(0, 3)
            .mapToObj(i -> new Labelled(i != 1, sentence(rows, i), sentence(rows, i)))
            .toList();
    float loss = trainer.step(tape -> classifier.loss(tape, examples), RATE);
    String from = family + "/" + way + "/";
    Near.assertNear("loss", GOLDEN.floats(from + "loss")[0], loss, TOLERANCE);
    Near.assertNear(
        "norm", GOLDEN.floats(from + "norm")[0], trainer.gradientNorm(), TOLERANCE * 10);
    classifier
        .parameters()
        .forEach((name, tensor) -> {
          // A softmax does not change when all its scores do: the gradient of the keys' bias is 0
          // but
          // for rounding, which AdamW's first step would make as long as any other.
          if (name.endsWith("key.bias") && !frozen.test(name)) {
            return;
          }
          float[] after = GOLDEN.floats(from + "after/" + name);
          Near.assertClose(name, after, tensor.data(), TOLERANCE);
          if (frozen.test(name)) {
            assertThat(tensor.data()).as(name).containsExactly(after);
          }
        });
  }

  private static int[] sentence(Rows rows, int row) {
    int start = row * rows.longest();
    return Arrays.copyOfRange(rows.tokens(), start, start + rows.lengths()[row]);
  }
}
