package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    assertThat(Printed.by(Text::run, "--text", file.toString()))
        .isEqualTo(
            new Printed(
                0,
                """
                ab.txt: 20 characters, 2 of them different
                  18 to learn from, 2 to be asked about
                  for instance: ab
                  model                          nats     bits  perplexity
                  all characters alike         0.6931   1.0000       2.000
                  how frequent each is         0.6931   1.0000       2.000

                byte pairs learned from ab.txt; frequencies of tokens
                  tokens   characters each nats a token nats a character
                     256              1.00       3.4086           3.4086
                     259              2.00       5.5607           2.7803
                     259              2.00       5.5607           2.7803
                     259              2.00       5.5607           2.7803

                with so many tokens a line becomes
                     256  a|b
                     259  ab
                     259  ab
                     259  ab
                """,
                ""));
  }

  @Test
  @DisplayName("wrong use: one line that says what is wrong, and status 2")
  void wrongUse() {
    assertThat(Printed.by(Text::run, "--txt", "a"))
        .isEqualTo(
            new Printed(2, "", "text: the only option is --text FILE, and there was: --txt a\n"));
    assertThat(Printed.by(Text::run, "--text"))
        .isEqualTo(
            new Printed(2, "", "text: the only option is --text FILE, and there was: --text\n"));
    assertThat(Printed.by(Text::run, "--text", "missing.txt"))
        .isEqualTo(new Printed(2, "", "text: there is no file missing.txt\n"));
  }

  @Test
  @DisplayName("text/tokens: every tokenizer gives the text back")
  void tokens() {
    Printed printed = Printed.by(Tokens::run, "GREEK", "λ");
    assertThat(printed.out())
        // λ is CE BB; the names have 41 characters, so 41 + 256 tokens.
        .contains("characters, the others in bytes: 8 tokens of 297\n  G|R|E|E|K| |<CE>|<BB>\n")
        .contains("1000 byte pairs: 4 tokens of 1256\n  GREEK| |<CE>|<BB>\n");
    assertThat(printed.out().split("and back: the same\n", -1)).hasSize(3 + 1);
    assertThat(Printed.by(Tokens::run))
        .isEqualTo(
            new Printed(
                2, "", "text/tokens: give a text, for instance: GREEK SMALL LETTER LAMBDA\n"));
  }
}
