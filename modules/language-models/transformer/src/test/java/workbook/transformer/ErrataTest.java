package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

@DisplayName("Where the notes slip")
class ErrataTest {

  private static final int LENGTH = 3;
  private static final int TOKENS = 4;

  private final Tape t = Numbers.tape();

  /// The notes let encoders write summaries. To write is to draw from a distribution over texts; a
  /// decoder's probabilities are one by the chain rule.
  @Test
  @DisplayName("a decoder's probabilities of all texts sum to 1; an encoder's guesses do not")
  void writing() {
    Model decoder = new Model(new Config("gpt", Style.GPT2, TOKENS, 8, 4, 1, 2, 2, 8));
    random(decoder.parameters());
    Model encoder = new Model(new Config("bert", Style.BERT, TOKENS + 1, 8, 4, 1, 2, 2, 8));
    MaskedTokens masked = new MaskedTokens(encoder);
    random(masked.parameters());
    double written = 0;
    for (int[] text : texts(TOKENS)) {
      written += chain(decoder, text);
    }
    double filledIn = 0;
    for (int[] text : texts(TOKENS + 1)) {
      filledIn += guesses(encoder, masked, text);
    }
    assertThat(written).isCloseTo(1, within(1e-5));
    assertThat(Math.abs(filledIn - 1)).isGreaterThan(0.01);
  }

  /// Large weights, so that tokens depend on each other.
  private static void random(Map<String, Tensor> parameters) {
    SplittableRandom random = new SplittableRandom(1);
    parameters.values().stream()
        .filter(tensor -> tensor.axes() == 2)
        .forEach(tensor -> Init.normal(tensor, 1, random));
  }

  private static List<int[]> texts(int tokens) {
    List<int[]> texts = new ArrayList<>();
    for (int a = 0; a < tokens; a++) {
      for (int b = 0; b < tokens; b++) {
        for (int c = 0; c < tokens; c++) {
          texts.add(new int[] {a, b, c});
        }
      }
    }
    return texts;
  }

  /// The product of each token's probability after those before it; the first comes after token 0.
  private double chain(Model decoder, int... text) {
    t.reset();
    Tensor p = t.softmax(decoder.logits(t, new int[] {0, text[0], text[1]}, 1));
    double product = 1;
    for (int i = 0; i < LENGTH; i++) {
      product *= p.data()[i * TOKENS + text[i]];
    }
    return product;
  }

  /// The product of each token's probability where it alone is hidden.
  private double guesses(Model encoder, MaskedTokens masked, int... text) {
    double product = 1;
    for (int i = 0; i < LENGTH; i++) {
      t.reset();
      int[] inputs = text.clone();
      inputs[i] = TOKENS;
      Tensor read = encoder.read(t, inputs, 1, Mask.bidirectional());
      product *= t.softmax(masked.logits(t, read, i)).data()[text[i]];
    }
    return product;
  }

  /// The notes say that the structure and configuration of the transformer changed little.
  @Test
  @DisplayName("from GPT-1 to LLaMA all parts of a style changed but one: both are decoders")
  void changed() throws ReflectiveOperationException {
    List<String> same = new ArrayList<>();
    for (RecordComponent part : Style.class.getRecordComponents()) {
      Object before = part.getAccessor().invoke(Style.GPT1);
      if (before.equals(part.getAccessor().invoke(Style.LLAMA))) {
        same.add(part.getName());
      }
    }
    assertThat(same).containsExactly("encoder");
  }

  /// The notes take a transformer for a stack of attention modules.
  @Test
  @DisplayName("of GPT-3 two thirds are feed-forward networks, and one third is attention")
  void layers() {
    Config gpt3 =
        Published.ALL.stream()
            .map(Published::config)
            .filter(config -> config.name().equals("GPT-3"))
            .findFirst()
            .orElseThrow();
    double thinking = gpt3.parameters(".up.") + gpt3.parameters(".down.");
    assertThat(thinking / gpt3.parameters()).isCloseTo(2 / 3.0, within(0.005));
  }
}
