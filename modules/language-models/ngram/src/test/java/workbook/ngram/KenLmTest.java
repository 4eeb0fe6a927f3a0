package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What KenLM's `lm/model_test.cc` expects of its test model. The entries below are those of
/// `lm/test.arpa` that the looked-up words need.
@DisplayName("What KenLM's tests publish")
class KenLmTest {

  private static final String ARPA =
      """
      \\data\\
      ngram 1=17
      ngram 2=8
      ngram 3=6
      ngram 4=5
      ngram 5=4

      \\1-grams:
      -1.383514\t,\t-0.30103
      -1.139057\t.\t-0.845098
      -1.029493\t</s>
      -99\t<s>\t-0.4149733
      -1.995635\t<unk>\t-20
      -1.285941\ta\t-0.69897
      -1.687872\talso\t-0.30103
      -1.687872\tbiarritz\t-0.30103
      -1.687872\tconsider\t-0.30103
      -1.509559\thigher\t-0.30103
      -1.285941\tlittle\t-0.69897
      -1.383514\tloin\t-0.30103
      -1.285941\tlooking\t-0.4771212
      -1.206319\tmore\t-0.544068
      -1.509559\ton\t-0.4771212
      -1.687872\tthe\t-0.30103
      -1.687872\twould\t-0.30103

      \\2-grams:
      -0.4846522\t<s> looking\t-0.4771214
      -0.09132547\ta little\t-0.69897
      -0.09021038\tlittle more\t-0.1998621
      -0.4638903\tlooking on\t-0.4771212
      -0.5136299\tmore .\t-0.4771212
      -0.3561665\tmore loin
      -0.1649931\ton a\t-0.4771213
      -2\talso would\t-6

      \\3-grams:
      -0.01916512\tmore . </s>
      -0.0283603\ton a little\t-0.4771212
      -0.01660496\ta little more\t-0.09409451
      -0.3488368\t<s> looking on\t-0.4771212
      -0.04835128\tlooking on a\t-0.4771212
      -3\talso would consider\t-7

      \\4-grams:
      -0.009249173\tlooking on a little\t-0.4771212
      -0.005464747\ton a little more\t-0.4771212
      -0.1453306\ta little more loin
      -0.01552657\t<s> looking on a\t-0.4771212
      -4\talso would consider higher\t-8

      \\5-grams:
      -0.003061223\t<s> looking on a little
      -0.001813953\tlooking on a little more
      -0.0432557\ton a little more loin
      -5\talso would consider higher looking

      \\end\\
      """;

  private Arpa.Named model;

  @BeforeEach
  void read() throws IOException {
    model = Arpa.read("test.arpa", new BufferedReader(new StringReader(ARPA)));
  }

  @Test
  @DisplayName("the beginnings of a sentence")
  void starters() {
    assertLogs("<s> looking", -.4846522);
    // The probability alone, and the weight of <s>.
    assertLogs("<s> ,", -1.383514 - .4149733);
    assertLogs("<s> this_is_not_found", -1.995635 - .4149733);
  }

  @Test
  @DisplayName("looking on a little: -.484652, -.348837, -.0155266, -.00306122")
  void continuation() {
    assertLogs("<s> looking on a little", -.484652, -.348837, -.0155266, -.00306122);
    assertLogs(
        "<s> looking on a little more loin",
        -.484652,
        -.348837,
        -.0155266,
        -.00306122,
        -.00181395,
        -.0432557);
    // The weights of looking on a little, on a little, a little, and little, and then the.
    assertLogs(
        "<s> looking on a little the biarritz not_found",
        -.484652,
        -.348837,
        -.0155266,
        -.00306122,
        -4.04005,
        -1.9889,
        -2.29666);
  }

  @Test
  @DisplayName("more . </s> after nothing")
  void withoutContext() {
    assertThat(log("more", 0)).isEqualTo(-1.20632, within(1e-5));
    assertLogs("more . </s>", -.51363, -.0191651);
  }

  @Test
  @DisplayName("blanks: a longer n-gram is there and a shorter end of it is not")
  void blanks() {
    // `also would consider` is there, and `would consider` is not.
    assertLogs("also would consider higher looking", -2, -3, -4, -5);
    // The weight of the trigram, nothing for the bigram that is missing, and that of consider.
    assertLogs("also would consider not_found", -2, -3, -1.995635 - 7 - .30103);
    assertLogs("higher looking not_found", -1.285941 - .30103, -1.995635 - .4771212);
  }

  /// The logarithms of all words but the first, each after all words before it.
  private void assertLogs(String words, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(log(words, i + 1))
          .as("%s: word %d", words, i + 1)
          .isEqualTo(expected[i], within(1e-5));
    }
  }

  private double log(String sentence, int place) {
    List<String> words = List.of(sentence.split(" "));
    int[] text = words.stream().mapToInt(this::symbol).toArray();
    return model.model().log10(text, place, text[place]);
  }

  private int symbol(String word) {
    int symbol = model.words().indexOf(word);
    return symbol < 0 ? model.words().indexOf("<unk>") : symbol;
  }
}
