package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import workbook.autograd.Init;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.text.Audit;
import workbook.text.Corpus;

@DisplayName("A transformer as a language model")
class CharacterModelTest {

  private static final int SYMBOLS = 7;
  private static final int CONTEXT = 8;
  private static final List<Style> STYLES = List.of(Style.NANOGPT, Style.GPT2, Style.LLAMA);

  private final int[] text = new SplittableRandom(1).ints(150, 0, SYMBOLS).toArray();

  private static Model model(Style style) {
    Model model = new Model(new Config("small", style, SYMBOLS, CONTEXT, 8, 2, 2, 2, 16));
    SplittableRandom random = new SplittableRandom(2);
    model.parameters().values().stream()
        .filter(Settings::isMatrix)
        .forEach(tensor -> Init.normal(tensor, 0.7, random));
    return model;
  }

  private static CharacterModel of(Style style) {
    return new CharacterModel(model(style), FloatKernels.best());
  }

  @ParameterizedTest
  @FieldSource("STYLES")
  @DisplayName("passes the audit: sums of 1, no look ahead, two methods that agree")
  void audit(Style style) {
    assertThat(Audit.problems(of(style), text, 0, text.length, 1e-5, 3)).isEmpty();
    assertThat(Audit.problems(of(style), text, 90, 140, 1e-5, 4)).isEmpty();
  }

  @Test
  @DisplayName("gives each place the same score, wherever scoring begins")
  void sameFromAnywhere() {
    CharacterModel model = of(Style.NANOGPT);
    double[] all = model.logProbabilities(text, 0, text.length);
    for (int[] part : new int[][] {{0, 1}, {0, 9}, {3, 12}, {8, 10}, {80, 150}, {149, 150}}) {
      assertThat(model.logProbabilities(text, part[0], part[1]))
          .as("%d to %d", part[0], part[1])
          .isEqualTo(Arrays.copyOfRange(all, part[0], part[1]));
    }
  }

  /// The windows begin at 0, 4, 8 …; place 13 is the first that the one from 8 foretells, as the
  /// one from 4 ends with 11 and foretells 12.
  @Test
  @DisplayName("reads from half a context to a whole one before each place")
  void windows() {
    Model model = model(Style.NANOGPT);
    double[] logs =
        new CharacterModel(model, FloatKernels.best()).logProbabilities(text, 0, text.length);
    assertThat(logs[0]).isEqualTo(-StrictMath.log(SYMBOLS));
    for (int[] of : new int[][] {{1, 0}, {5, 0}, {8, 0}, {9, 4}, {12, 4}, {13, 8}, {149, 144}}) {
      int place = of[0];
      Tensor logits = model.logits(Numbers.tape(), Arrays.copyOfRange(text, of[1], place), 1);
      Tensor last = Numbers.tape().slice(logits, 1, place - of[1] - 1, place - of[1]);
      double loss = Numbers.tape().crossEntropy(last, text[place]).value();
      assertThat(logs[place]).as("place %d", place).isCloseTo(-loss, within(1e-5));
    }
  }

  @Test
  @DisplayName("by itself begins each piece of the validation text anew")
  void pieces() {
    // 600 characters, of which 60 are to be asked about: 7 pieces of 8, with one after the last.
    Corpus corpus =
        Corpus.of(
            "letters",
            Arrays.stream(text)
                .mapToObj(symbol -> "abcdefg".substring(symbol, symbol + 1))
                .collect(Collectors.joining())
                .repeat(4));
    assertThat(corpus.split()).isEqualTo(540);
    Model model = model(Style.NANOGPT);
    double sum = 0;
    for (int start = 540; start < 540 + 7 * 8; start += 8) {
      int[] read = Arrays.copyOfRange(corpus.symbols(), start, start + 8);
      int[] targets = Arrays.copyOfRange(corpus.symbols(), start + 1, start + 9);
      sum += Numbers.tape().crossEntropy(model.logits(Numbers.tape(), read, 1), targets).value();
    }
    assertThat(Pieces.of(corpus, 8, 3, 99).loss(model, Numbers.tape()))
        .isCloseTo(sum / 7, within(1e-5));
    assertThat(Pieces.of(corpus, 8, 3, 2).starts()).containsExactly(540, 540 + 3 * 8);
    assertThatThrownBy(() -> Pieces.of(corpus, 60, 3, 2))
        .hasMessage(
            "a piece of 60 characters and one more does not fit the 60 to be asked about in letters");
  }
}
