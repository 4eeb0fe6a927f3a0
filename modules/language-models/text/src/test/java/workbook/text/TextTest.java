package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.lab.Example;
import workbook.topictest.Printed;

@DisplayName("./workbook run text")
class TextTest {

  @TempDir Path folder;

  @Test
  @DisplayName("a file of your own")
  void file() throws IOException {
    // 18 a and b to learn from, half of each, and ab to be asked about: 1 bit, ln 2 = 0.6931 nats.
    // 256 tokens: nine a, nine b, and 1 for each of the other 254; ln(272 / 9) = 3.4086.
    // Merges: 256 = ab, nine of them in a row; 257 = abab, four and one 256; 258 = abababab, two
    // and
    // one 256; then no pair is there twice. To be asked about: one 256, there once, as far as the
    // model knows like 257 others, beside two of 258. ln(2 + 258) = 5.5607, for two characters.
    Path file = Files.writeString(folder.resolve("ab.txt"), "ab".repeat(10));
    assertThat(Printed.by(new Text(), "--text", file.toString()))
        .isEqualTo(
            new Printed(
                0,
                """
                ab.txt: 20 characters, 2 of them different
                  18 to learn from, 2 to be asked about
                  for instance: ab
                  per character                  nats     bits  perplexity
                  all characters alike         0.6931   1.0000       2.000
                  how frequent each is         0.6931   1.0000       2.000
                """,
                ""));
    assertThat(Printed.by(new TokenLengths(), "--text", file.toString()))
        .isEqualTo(
            new Printed(
                0,
                """
                byte pairs learned from ab.txt; frequencies of tokens
                  vocabulary characters per token  nats per token  nats per character
                         256                 1.00          3.4086              3.4086
                         259                 2.00          5.5607              2.7803
                         259                 2.00          5.5607              2.7803
                         259                 2.00          5.5607              2.7803
                a line in the tokens of each vocabulary
                         256  a|b
                         259  ab
                         259  ab
                         259  ab
                """,
                ""));
  }

  @Test
  @DisplayName("a file that is called grammar is not the grammar")
  void calledGrammar() throws IOException {
    Path file = Files.writeString(folder.resolve("grammar"), "ab".repeat(10));
    Printed printed = Printed.by(new Text(), "--text", file.toString());
    assertThat(printed.out()).startsWith("grammar: 20 characters").doesNotContain("entropy");
    assertThat(printed.err()).isEmpty();
    assertThat(Corpus.grammar().isGrammar()).isTrue();
  }

  @Test
  @DisplayName("what a text holds does not reach the terminal as a command")
  void escapes() throws IOException {
    Path file = Files.writeString(folder.resolve("wipes.txt"), "\u001b[2J\n".repeat(20));
    for (Example example : List.of(new Text(), new TokenLengths())) {
      assertThat(Printed.by(example, "--text", file.toString()).out())
          .contains("\\u001B")
          .doesNotContain("\u001b");
    }
  }

  @Test
  @DisplayName("text/tokens without a text: one line, and status 2")
  void noWords() {
    assertThat(Printed.by(new Tokens()))
        .isEqualTo(Printed.refusal(new Tokens(), "WORD is missing; what is taken: WORD"));
  }
}
