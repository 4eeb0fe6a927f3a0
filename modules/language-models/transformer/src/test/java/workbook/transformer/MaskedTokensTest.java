package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.topictest.Near;

@DisplayName("An encoder that fills in what was hidden")
class MaskedTokensTest {

  private static final int[] IDS = {3, 1, 4, 1, 5};

  /// transformers 5.18.0 in float64: BertForMaskedLM filled with the same sines has these scores at
  /// the last place.
  @Test
  @DisplayName("gives the scores of Hugging Face's BERT, and has its 303 parameters")
  void scores() {
    Model model = new Model(new Config("bert", Style.BERT, 11, 8, 4, 1, 2, 2, 8));
    MaskedTokens masked = new MaskedTokens(model);
    Transformer.fill(masked.parameters());
    assertThat(masked.parameters().values().stream().mapToInt(Tensor::size).sum()).isEqualTo(303);
    Tape t = Numbers.tape();
    Tensor logits = masked.logits(t, model.read(t, IDS, 1, Mask.bidirectional()), 4);
    assertThat(logits.shape()).containsExactly(1, 11);
    Near.assertClose(
        "scores",
        new double[] {
          1.28972, -.919942, .998561, -.216974, -1.618495, 1.187908, -.268049, -.053084, 1.518686,
          -1.440227, -.285427
        },
        logits.data(),
        2e-6);
  }

  @Test
  @DisplayName("is no decoder")
  void decoder() {
    Model gpt = new Model(new Config("gpt2", Style.GPT2, 11, 8, 8, 2, 2, 2, 32));
    assertThatThrownBy(() -> new MaskedTokens(gpt))
        .hasMessage("gpt2 is a decoder: it does not see what comes after a hidden token");
  }
}
