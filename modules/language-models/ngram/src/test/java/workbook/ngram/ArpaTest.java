package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("ARPA files")
class ArpaTest {

  private static final String GOOD =
      """
      a line before the data is for the reader

      \\data\\
      ngram 1=2
      ngram 2=1

      \\1-grams:
      -0.30103 a -0.1
      -0.30103 b

      \\2-grams:
      -0.2 a b

      \\end\\
      """;

  @Test
  @DisplayName("are read")
  void read() throws IOException {
    Arpa.Named model = read(GOOD);
    assertThat(model.words()).containsExactly("a", "b");
    int[] text = {0, 1, 0};
    assertThat(model.model().log10(text, 1, 1)).isEqualTo((double) -.2f);
    // a after a: the weight of a, and a.
    assertThat(model.model().log10(text, 1, 0)).isEqualTo((double) -.1f + -.30103f);
    // a after b, which has no weight.
    assertThat(model.model().log10(text, 2, 0)).isEqualTo((double) -.30103f);
  }

  /// `lm/read_arpa.cc`: a weight of the longest n-grams is refused unless it is 0, one of the
  /// others if it is infinite. `util/file_piece.cc` reads `inf`.
  @Test
  @DisplayName("are read as KenLM reads them: the logarithm of 0, a weight of 0 for the longest")
  void asKenLm() throws IOException {
    int[] text = {0, 1};
    assertThat(read(GOOD.replace("-0.2 a b", "-0.2 a b 0")).model().log10(text, 1, 1))
        .isEqualTo((double) -.2f);
    assertThat(read(GOOD.replace("-0.2 a b", "-0.2\ta b\t-0.0")).model().log10(text, 1, 1))
        .isEqualTo((double) -.2f);
    assertThat(read(GOOD.replace("-0.2 a b", "-2.5E-1 a b")).model().log10(text, 1, 1))
        .isEqualTo(-.25);
    assertThat(read(GOOD.replace("-0.2 a b", "-inf a b")).model().log10(text, 1, 1))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  @DisplayName("are written with the logarithm of 0 as C prints it")
  void nothing() throws IOException {
    // No pair is there twice, so the discount is 1 and leaves nothing of a count of 1.
    Backoff model = Backoff.absolute(Counts.of(new int[] {0, 1, 2, 0}, 0, 4, 3, 2));
    List<String> words = List.of("a", "b", "c");
    String written = write(model, words);
    assertThat(written).contains("\n-inf\ta b\n").doesNotContain("Infinity");
    assertThat(write(read(written).model(), words)).isEqualTo(written);
  }

  @Test
  @DisplayName(
      "written and read give the same model, to the last bit, and written again the same file")
  void roundTrip() throws IOException {
    Random random = new Random(10);
    for (int round = 0; round < 10; round++) {
      int symbols = 2 + random.nextInt(6);
      int[] text = RandomText.symbols(random, 300, symbols);
      Counts counts = Counts.of(text, 0, 200, symbols, 1 + random.nextInt(4));
      Backoff model =
          random.nextBoolean()
              ? Backoff.absolute(counts)
              : Backoff.of(Interpolated.modifiedKneserNey(counts));
      List<String> words = IntStream.range(0, symbols).mapToObj(i -> "w" + i).toList();
      String written = write(model, words);
      Arpa.Named back = read(written);
      assertThat(back.words()).isEqualTo(words);
      for (int i = 0; i < text.length; i++) {
        assertThat(back.model().log10(text, i, text[i]))
            .as("seed 10, round %d, place %d", round, i)
            .isEqualTo(model.log10(text, i, text[i]));
      }
      assertThat(write(back.model(), back.words())).isEqualTo(written);
    }
  }

  @ParameterizedTest(name = "{1} for {0}")
  @MethodSource
  @DisplayName("that are malformed are refused, with the line and the reason")
  void malformed(String instead, String by, String message) {
    assertThat(GOOD).contains(instead);
    assertThatThrownBy(() -> read(GOOD.replace(instead, by)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("model.arpa:" + message);
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("\\data\\", "data", "15: the file ends, and \\data\\ was due"),
        Arguments.of("ngram 1=2", "ngram 2=2", "4: ngram 1= was due, and there is: ngram 2=2"),
        Arguments.of("ngram 1=2\n", "", "4: ngram 1= was due, and there is: ngram 2=1"),
        Arguments.of(
            "ngram 1=2", "ngram 1=two", "4: a number of n-grams was due, and there is: two"),
        Arguments.of(
            "ngram 1=2", "ngram 1=-2", "4: a number of n-grams is 0 or more, and there is: -2"),
        Arguments.of("ngram 1=2", "ngram 1", "4: ngram 1= was due, and there is: ngram 1"),
        Arguments.of("ngram 1=2\nngram 2=1\n", "", "5: ngram 1= was due, and there is: \\1-grams:"),
        Arguments.of("ngram 1=2", "ngram 1=0", "7: a model has one word at least"),
        Arguments.of("ngram 1=2", "ngram 1=3", "11: 3 1-grams were announced, and there are 2"),
        Arguments.of("ngram 1=2", "ngram 1=1", "9: 1 1-grams were announced, and there are more"),
        Arguments.of(
            "ngram 1=2",
            "ngram 1=2147483647",
            "11: 2147483647 1-grams were announced, and there are 2"),
        Arguments.of("ngram 2=1", "ngram 2=5", "14: 5 2-grams were announced, and there are 1"),
        Arguments.of("\\1-grams:", "\\2-grams:", "7: \\1-grams: was due, and there is: \\2-grams:"),
        Arguments.of("\\2-grams:", "\\end\\", "11: \\2-grams: was due, and there is: \\end\\"),
        Arguments.of("\\end\\", "\\3-grams:", "14: \\end\\ was due, and there is: \\3-grams:"),
        Arguments.of("\\end\\", "", "15: the file ends, and \\end\\ was due"),
        Arguments.of(
            "-0.2 a b",
            "0.2 a b",
            "12: a probability is at most 1, and its logarithm at most 0: 0.2"),
        Arguments.of("-0.2 a b", "much a b", "12: a logarithm was due, and there is: much"),
        Arguments.of("-0.2 a b", "NaN a b", "12: a logarithm was due, and there is: NaN"),
        Arguments.of(
            "-0.2 a b",
            "-0.2 a",
            "12: a logarithm, 2 words and perhaps a weight were due, and there are 2 fields"),
        Arguments.of(
            "-0.2 a b",
            "-0.2 a b -0.3",
            "12: the longest n-grams are no context, their weight is 0, and there is: -0.3"),
        Arguments.of("-0.2 a b", "-0.2f a b", "12: a logarithm was due, and there is: -0.2f"),
        Arguments.of("-0.2 a b", "-0x1p-2 a b", "12: a logarithm was due, and there is: -0x1p-2"),
        Arguments.of(
            "-0.2 a b", "-Infinity a b", "12: a logarithm was due, and there is: -Infinity"),
        Arguments.of("-0.2 a b", ". a b", "12: a logarithm was due, and there is: ."),
        Arguments.of("a -0.1", "a -inf", "8: a weight is finite, and there is: -inf"),
        Arguments.of("a -0.1", "a 1e99", "8: a weight is finite, and there is: 1e99"),
        Arguments.of(
            "\\end\\",
            "\\end\\\n\nngram 3=1",
            "16: the file ends with \\end\\, and there is: ngram 3=1"),
        Arguments.of(
            "-0.30103 b",
            "-0.30103",
            "9: a logarithm, 1 word and perhaps a weight were due, and there are 1 fields"),
        Arguments.of(
            "-0.30103 b", "-0.30103 b weight", "9: a logarithm was due, and there is: weight"),
        Arguments.of("-0.30103 b", "-0.30103 a", "9: a is there twice"),
        Arguments.of("-0.2 a b", "-0.2 a c", "12: c is not among the 1-grams"),
        Arguments.of("-0.2 a b", "-0.2 a b\n-0.3 a b", "13: this 2-gram is there twice"));
  }

  @Test
  @DisplayName("are not written with words that could not be read again")
  void words() {
    Backoff model = Backoff.absolute(Counts.of(new int[] {0, 1, 0}, 0, 3, 2, 1));
    assertThatThrownBy(() -> write(model, List.of("a", "b c")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'b c' cannot be a word in an ARPA file, where white space is between words");
    assertThatThrownBy(() -> write(model, List.of("a", "")))
        .hasMessage("'' cannot be a word in an ARPA file, where white space is between words");
    assertThatThrownBy(() -> write(model, List.of("a", "a")))
        .hasMessage("two symbols have the same word");
  }

  private static Arpa.Named read(String text) throws IOException {
    return Arpa.read("model.arpa", new BufferedReader(new StringReader(text)));
  }

  private static String write(Backoff model, List<String> words) throws IOException {
    StringWriter writer = new StringWriter();
    Arpa.write(model, words, writer);
    return writer.toString();
  }
}
