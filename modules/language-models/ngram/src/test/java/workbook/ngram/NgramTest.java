package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.topictest.Printed;

@DisplayName("./workbook run ngram")
class NgramTest {

  @TempDir Path folder;

  @Test
  @DisplayName("a file of your own, one order and one smoothing")
  void one() throws IOException {
    // aab six times to learn from: a 12, b 6. Two to be asked about: aa.
    Path file = Files.writeString(folder.resolve("aab.txt"), "aab".repeat(6) + "aa");
    Printed printed =
        Printed.by(new Ngram(), "--text", file.toString(), "--order", "1", "--smoothing", "add1");
    // (12 + 1) / (18 + 2) = .65: 0.4308 nats, 0.6215 bits, 1 / .65 = 1.538.
    assertThat(printed.out())
        .startsWith(
            """
            aab.txt: nats per character
            order 1, add 1: 0.4308 nats, 0.6215 bits, perplexity 1.538
            what it writes after the training text, seed 1:
            """);
    assertThat(printed.err()).isEmpty();
    assertThat(printed.status()).isZero();
    assertThat(printed.out().lines().skip(3).findFirst().orElseThrow())
        .as("240 characters of the text's own")
        .matches("  [ab]{240}");
  }

  @Test
  @DisplayName(
      "every smoothing at every order: at order 2 after aab all is certain for maximum likelihood")
  void table() throws IOException {
    // Single symbols: 2/3 each, -ln 2/3 = 0.4055. Bigrams: b a, 5 of 5 times, and a a, 6 of 12: the
    // mean of 0 and ln 2 is 0.3466. Trigrams: a b a and b a a, both certain.
    Path file = Files.writeString(folder.resolve("aab.txt"), "aab".repeat(6) + "aa");
    String out = Printed.by(new Ngram(), "--text", file.toString(), "--order", "3").out();
    assertThat(out.lines().skip(1).limit(4))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "order   max. lik.       add 1 Witten-Bell    back-off  Kneser-Ney"
                            + "     mod. KN"),
            line -> assertThat(line).startsWith("    1      0.4055      0.4308"),
            line -> assertThat(line).startsWith("    2      0.3466 "),
            line -> assertThat(line).startsWith("    3      0.0000 ").hasSize(5 + 6 * 12));
    assertThat(out).contains("the best of these: 0.0000 nats, 0.0000 bits, perplexity 1.000\n");
  }

  @Test
  @DisplayName("--arpa writes a model that score-arpa reads; the words are characters")
  void arpa() throws IOException {
    Path file = Files.writeString(folder.resolve("text.txt"), "a b\\ ".repeat(8));
    Path arpa = folder.resolve("model.arpa");
    Printed written =
        Printed.by(
            new Ngram(),
            "--text",
            file.toString(),
            "--order",
            "2",
            "--smoothing",
            "kn",
            "--arpa",
            arpa.toString());
    assertThat(written.status()).isZero();
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
    Printed scored = Printed.by(new ScoreArpa(), arpa.toString(), "a", "\\u0020", "b", "\\u005C");
    assertThat(scored.out().lines())
        .hasSize(5)
        .satisfies(lines -> assertThat(lines).element(1).asString().endsWith("  \\u0020"));
    assertThat(Printed.by(new ScoreArpa(), arpa.toString(), "c"))
        .isEqualTo(
            new Printed(
                2, "", "ngram/score-arpa: the model does not know 'c', and has no <unk>\n"));
  }

  @Test
  @DisplayName("score-arpa: what is wrong with a file, its place and the reason")
  void scoreArpa() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.arpa"), "\\data\\\nngram 1=x\n");
    assertThat(Printed.by(new ScoreArpa(), broken.toString(), "a"))
        .isEqualTo(
            new Printed(
                2,
                "",
                "ngram/score-arpa: %s:2: a number of n-grams was due, and there is: x\n"
                    .formatted(broken)));
    assertThat(Printed.by(new ScoreArpa(), "missing.arpa", "a").err())
        .isEqualTo("ngram/score-arpa: there is no file missing.arpa\n");
    assertThat(Printed.by(new ScoreArpa(), "missing.arpa"))
        .isEqualTo(
            new Printed(2, "", "ngram/score-arpa: WORD is missing; what is taken: FILE WORD\n"));
    Path wipes = Files.writeString(folder.resolve("wipes.arpa"), "\\data\\\nngram 1=\u001b[2J\n");
    assertThat(Printed.by(new ScoreArpa(), wipes.toString(), "a").err())
        .contains("\\u001B")
        .doesNotContain("\u001b");
    Path latin1 = Files.write(folder.resolve("latin1.arpa"), new byte[] {(byte) 0xE9, '\n'});
    assertThat(Printed.by(new ScoreArpa(), latin1.toString(), "a").err())
        .isEqualTo("ngram/score-arpa: %s is not UTF-8\n".formatted(latin1));
  }

  @Test
  @DisplayName("score-arpa: <s> is given and has no probability, though the file has one for it")
  void beginning() throws IOException {
    assertThat(Printed.by(new ScoreArpa(), sentences("<unk>"), "<s>", "a", "</s>"))
        .isEqualTo(
            new Printed(
                0,
                """
                     given  <s>
                 -0.250000  a
                 -1.000000  </s>
                 -1.250000  together
                """,
                ""));
    assertThat(Printed.by(new ScoreArpa(), sentences("<unk>"), "a", "<s>"))
        .isEqualTo(
            new Printed(
                2, "", "ngram/score-arpa: <s> begins a sentence, and is word 2 of this one\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<unk>", "<UNK>"})
  @DisplayName("score-arpa: unknown words are <unk> or, as in some files, <UNK>; shown as text")
  void unknown(String word) throws IOException {
    assertThat(Printed.by(new ScoreArpa(), sentences(word), "\u001b[2J").out())
        .isEqualTo(
            """
             -2.000000  \\u001B[2J
             -2.000000  together
            """);
  }

  private String sentences(String unknown) throws IOException {
    return Files.writeString(
            folder.resolve("sentences.arpa"),
            """
            \\data\\
            ngram 1=4
            ngram 2=1

            \\1-grams:
            -2 %s
            -99 <s> -0.5
            -0.75 a
            -1 </s>

            \\2-grams:
            -0.25 <s> a

            \\end\\
            """
                .formatted(unknown))
        .toString();
  }

  @Test
  @DisplayName("a smoothing that there is not: one line that says which there are, and status 2")
  void noSmoothing() {
    assertThat(Printed.by(new Ngram(), "--smoothing", "best"))
        .isEqualTo(
            new Printed(
                2,
                "",
                "ngram: --smoothing is one of ml, add1, wb, backoff, kn, mkn, and was 'best'\n"));
  }

  @Test
  @DisplayName("an order out of bounds is refused in one line, with status 2")
  void order() {
    for (String order : new String[] {"0", "21"}) {
      String reason = "--order must be a whole number from 1 to 20, and was '%s'".formatted(order);
      assertThat(Printed.by(new Ngram(), "--order", order))
          .isEqualTo(new Printed(2, "", "ngram: " + reason + "\n"));
    }
  }

  @Test
  @DisplayName("what a text holds does not reach the terminal as a command")
  void escapes() throws IOException {
    Path file = Files.writeString(folder.resolve("wipes.txt"), "\u001b[2J".repeat(20));
    Printed printed =
        Printed.by(new Ngram(), "--text", file.toString(), "--order", "2", "--smoothing", "wb");
    assertThat(printed.out()).contains("\\u001B").doesNotContain("\u001b");
  }

  @Test
  @DisplayName("unseen: the score where the n-gram was seen, and where it never was")
  void unseen() throws IOException {
    // ab nine times to learn from, and a, c to be asked about: ba was seen, ac was not. Add one of
    // three symbols: after b 8 times a, (8 + 1) / (8 + 3), .2007; after a 9 times b, 1 / (9 + 3),
    // 2.4849.
    Path file = Files.writeString(folder.resolve("ab.txt"), "ab".repeat(9) + "ac");
    assertThat(Printed.by(new Unseen(), "--text", file.toString(), "--order", "2").out())
        .startsWith(
            """
            ab.txt, order 2: nats per character
                          anywhere  seen before   never seen
            places               2            1            1
            add 1           1.3428       0.2007       2.4849
            """);
    assertThat(Printed.by(new Unseen(), "--text", "grammar", "--order", "2"))
        .isEqualTo(
            new Printed(
                2,
                "",
                "ngram/unseen: all of the 2-grams asked about in grammar were seen: take another"
                    + " --order\n"));
  }

  @Test
  @DisplayName("--arpa with a model that is none for such files")
  void noArpa() throws IOException {
    Path file = Files.writeString(folder.resolve("text.txt"), "ab".repeat(8));
    assertThat(
            Printed.by(
                new Ngram(), "--text", file.toString(), "--smoothing", "ml", "--arpa", "x.arpa"))
        .isEqualTo(
            new Printed(
                2,
                "",
                "ngram: only back-off and interpolated models fit an ARPA file: --smoothing wb,"
                    + " backoff, kn or mkn\n"));
  }

  @Test
  @DisplayName("--arpa in a folder that is not there")
  void noFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("text.txt"), "ab".repeat(8));
    Path arpa = folder.resolve("none/x.arpa");
    Printed printed =
        Printed.by(
            new Ngram(), "--text", file.toString(), "--smoothing", "wb", "--arpa", arpa.toString());
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.err())
        .isEqualTo(
            "ngram: --arpa must name a file in a folder that can be written to, and was '%s'\n"
                .formatted(arpa));
  }

  @Test
  @DisplayName("measure: how many n-grams, and the score; the rest is not the same twice")
  void measure() throws IOException {
    // a, b; aa, ab, ba.
    Path file = Files.writeString(folder.resolve("aab.txt"), "aab".repeat(60));
    assertThat(Printed.by(new Measure(), "--text", file.toString(), "--order", "2").out().lines())
        .hasSize(6)
        .startsWith("aab.txt, order 2: 5 different n-grams")
        .anyMatch(line -> line.matches("  counted +[0-9.]+ million .* second, [0-9.]+ bytes .*"))
        .anyMatch(
            line -> line.matches("  scored as back-off +[0-9.]+ million characters per second"));
  }
}
