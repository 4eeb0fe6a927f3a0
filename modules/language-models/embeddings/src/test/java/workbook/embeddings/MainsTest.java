package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.autograd.Safetensors;
import workbook.kernels.FloatKernels;
import workbook.text.Corpus;
import workbook.text.Score;
import workbook.topictest.Printed;

@DisplayName("The examples")
class MainsTest {

  private static final Pattern SCORE =
      Pattern.compile("validation: ([0-9.]+) nats a character, ([0-9.]+) bits, perplexity .*\n$");

  @TempDir private Path folder;

  /// A clock that is a second further on whenever it is asked.
  private static LongSupplier clock() {
    AtomicLong seconds = new AtomicLong();
    return () -> seconds.getAndIncrement() * 1_000_000_000;
  }

  private static BooleanSupplier after(int steps) {
    AtomicInteger asked = new AtomicInteger();
    return () -> asked.getAndIncrement() >= steps;
  }

  private static Printed train(boolean terminal, BooleanSupplier stop, String... args) {
    return Printed.by(
        (out, err, arguments) -> Train.run(out, err, terminal, clock(), stop, arguments), args);
  }

  /// A text that can be learned, and is short to be scored.
  private Path text() throws IOException {
    return Files.writeString(
        folder.resolve("text"), "how much wood would a woodchuck chuck? ".repeat(80));
  }

  private static double nats(Printed printed) {
    Matcher score = SCORE.matcher(printed.out());
    assertThat(score.find()).as(printed.toString()).isTrue();
    double nats = Double.parseDouble(score.group(1));
    assertThat(Double.parseDouble(score.group(2))).isCloseTo(nats / Math.log(2), within(2e-4));
    return nats;
  }

  @Test
  @DisplayName("training says how it goes, and ends with a sample and the score")
  void trains() throws IOException {
    Printed printed =
        train(
            false,
            () -> false,
            "--steps",
            "40",
            "--width",
            "16",
            "--context",
            "5",
            "--text",
            text().toString());
    assertThat(printed.err()).isEmpty();
    assertThat(printed.status()).isZero();
    assertThat(printed.out())
        // 12 symbols and none: 13 · 32, the layer 16 · (5 · 32 + 1), the output 12 · (16 + 1).
        .startsWith(
            "5 characters before, width 16, %d parameters, seed 1; text\n"
                .formatted(416 + 2576 + 204))
        // One step of 512 places a second, and one second more since the start.
        .containsPattern("step 2 of 40 {2}loss 2\\.\\d{4} {2}512 tokens/s {2}38 s left \n")
        .containsPattern("step 40 of 40 {2}loss \\d\\.\\d{4} {2}512 tokens/s {2}0 s left \n")
        .containsPattern("\n\n( {2}\\| .*\n)+\nvalidation: ");
    assertThat(nats(printed)).isBetween(.1, Math.log(12));
  }

  @Test
  @DisplayName("stopped, it keeps the weights, which score the same when read again")
  void stopped() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    Printed printed =
        train(
            true,
            after(3),
            "--width",
            "8",
            "--text",
            text().toString(),
            "--checkpoint",
            file.toString());
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out())
        .contains("\rstep 3 of 1000  ")
        .contains("\nstopped after 3 of 1000 steps\nthe weights are in " + file + "\n");

    Corpus corpus = Corpus.file(text());
    FeedForward network = new Settings(8, 32, 8, 1, 1, 1, 99).network(corpus);
    Safetensors.loadInto(file, network.parameters());
    Score score = Score.of(new FeedForwardModel(network, FloatKernels.best()), corpus);
    assertThat(score.natsPerCharacter()).isCloseTo(nats(printed), within(5e-5));
  }

  @Test
  @DisplayName("on several threads the run prints what it prints on one")
  void threads() throws IOException {
    String[] args = {
      "--steps", "2", "--width", "64", "--text", text().toString(), "--threads", "1"
    };
    Printed one = train(false, () -> false, args);
    args[7] = "3";
    assertThat(train(false, () -> false, args)).isEqualTo(one);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "--cell lstm ~ there is no option --cell; there are --context N, --steps N, --width N,"
            + " --text FILE, --threads N, --checkpoint FILE",
        "--context 0 ~ --context must be a whole number from 1 to 64, and was '0'",
        "--context 65 ~ --context must be a whole number from 1 to 64, and was '65'",
        "--steps 1e3 ~ --steps must be a whole number from 1 to 1000000, and was '1e3'",
        "--text /no/such ~ there is no file /no/such"
      })
  @DisplayName("bad arguments get one line that says what would be right")
  void refused(String args, String message) {
    assertThat(train(false, () -> false, args.split(" ")))
        .isEqualTo(new Printed(2, "", "embeddings/train: " + message + "\n"));
  }

  @Test
  @DisplayName("the first example answers a question, and refuses what it does not know")
  void first() {
    Printed capital = Printed.by(Embeddings::run, "france", "paris", "japan");
    assertThat(capital.status()).isZero();
    assertThat(capital.out())
        .startsWith("paris - france + japan\n")
        .containsPattern("of the others tokyo 0");
    assertThat(Printed.by(Embeddings::run, "king", "queen"))
        .isEqualTo(
            new Printed(
                2,
                "",
                "embeddings: takes three words, as in man king woman, or none, and there was: king"
                    + " queen\n"));
    Printed unknown = Printed.by(Embeddings::run, "man", "king", "cat");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err())
        .startsWith("embeddings: there is no word 'cat'; there are advice, ")
        .hasLineCount(1);
  }

  @Test
  @DisplayName("shifted-pmi takes another number of random contexts, and shifts by its logarithm")
  void shifted() {
    Printed one = Printed.by(ShiftedPmi::run, "1");
    assertThat(one.out()).contains("1 random contexts").contains("PMI - log 1 ");
    assertThat(Printed.by(ShiftedPmi::run, "0"))
        .isEqualTo(
            new Printed(
                2,
                "",
                "embeddings/shifted-pmi: takes how many random contexts there are for each right one,"
                    + " 1 to 99, and there was: 0\n"));
  }

  @Test
  @DisplayName("those without arguments refuse them")
  void none() {
    assertThat(Printed.by(OneHot::run, "king"))
        .isEqualTo(
            new Printed(2, "", "embeddings/one-hot: takes no arguments, and there was: king\n"));
    assertThat(Printed.by(LookBack::run, "8"))
        .isEqualTo(
            new Printed(2, "", "embeddings/look-back: takes no arguments, and there was: 8\n"));
  }
}
