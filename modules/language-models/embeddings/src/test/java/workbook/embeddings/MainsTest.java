package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.autograd.Trained;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;
import workbook.lab.TrainingRun;
import workbook.ngram.Counts;
import workbook.text.Corpus;
import workbook.text.Report;
import workbook.text.Score;
import workbook.topictest.Printed;
import workbook.topictest.Training;

@DisplayName("The examples")
class MainsTest {

  @TempDir private Path folder;

  private static Printed train(TrainingRun training, String... args) {
    return Printed.by(new Train(training), args);
  }

  /// A text that can be learned, and is short to be scored.
  private Path text() throws IOException {
    return Files.writeString(
        folder.resolve("text"), "how much wood would a woodchuck chuck? ".repeat(80));
  }

  @Test
  @DisplayName("training says how it goes, and ends with a sample and the score")
  void trains() throws IOException {
    Printed printed =
        train(
            Training.toTheEnd(),
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
    String nats = printed.out().replaceFirst("(?s).*validation: (\\S+) nats .*", "$1");
    assertThat(Double.parseDouble(nats)).isBetween(.1, Math.log(12));
  }

  @Test
  @Tag("solutions")
  @DisplayName(
      "stopped, it keeps the weights and is gone: what they score is not computed any more")
  void stopped() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    Printed printed =
        train(
            Training.stoppedAfter(3, true),
            "--width",
            "8",
            "--text",
            text().toString(),
            "--checkpoint",
            file.toString());
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out())
        .contains("\rstep 3 of 1000  ")
        .endsWith("\nstopped after 3 of 1000 steps\nthe weights are in " + file + "\n\n");
  }

  private Printed fourSteps(TrainingRun training, Path checkpoint, String... more)
      throws IOException {
    return train(
        training,
        Stream.concat(
                Stream.of(
                    "--width 8 --steps 4 --text %s --checkpoint %s"
                        .formatted(text(), checkpoint)
                        .split(" ")),
                Arrays.stream(more))
            .toArray(String[]::new));
  }

  @Test
  @DisplayName("stopped anywhere and resumed, it comes to the same bits as without an interruption")
  void resumes() throws IOException {
    Path atOnce = folder.resolve("at-once");
    Printed whole = fourSteps(Training.toTheEnd(), atOnce);
    for (int steps = 0; steps <= 4; steps++) {
      Path file = folder.resolve("after-%d".formatted(steps));
      fourSteps(Training.stoppedAfter(steps, false), file);
      Printed rest = fourSteps(Training.toTheEnd(), file, "--resume");
      assertThat(rest.err()).isEmpty();
      assertThat(file).as("after %d steps", steps).hasSameBinaryContentAs(atOnce);
      assertThat(report(rest)).as("after %d steps", steps).isEqualTo(report(whole));
    }
    assertThat(fourSteps(Training.toTheEnd(), atOnce).err())
        .isEqualTo(
            "embeddings/train: %s is there already: --resume goes on from it, --overwrite begins anew\n"
                .formatted(atOnce));
    assertThat(fourSteps(Training.toTheEnd(), atOnce, "--resume", "--context", "3").err())
        .isEqualTo(
            "embeddings/train: %s: is of another training: context=8 there, and context=3 here\n"
                .formatted(atOnce));
  }

  private static String report(Printed printed) {
    return printed.out().substring(printed.out().indexOf("\n\n"));
  }

  @Test
  @DisplayName("what was kept writes, and scores what its training said")
  void sample() throws IOException {
    Path file = folder.resolve("weights");
    Printed trained = fourSteps(Training.toTheEnd(), file);
    Corpus corpus = Corpus.file(text());
    FeedForward network = new Settings(8, 32, 8, 1, 1, 1, 99).network(corpus);
    Trained.read(file).copyTo(network.parameters());
    Score score = Score.of(new FeedForwardModel(network, FloatKernels.best()), corpus);
    assertThat(trained.out()).endsWith("\n" + Report.line(score) + "\n");

    String name = file.toString();
    Printed written = Printed.by(new Sample(), name, "--start", "how ", "--length", "20");
    assertThat(written.err()).isEmpty();
    assertThat(written.out()).matches("  \\| how [a-z? ]{20}\n");
    assertThat(Printed.by(new Sample(), name, "--start", "how ", "--length", "20", "--seed", "2"))
        .isNotEqualTo(written);
    assertThat(Printed.by(new Sample(), name, "--length", "0"))
        .isEqualTo(
            Printed.refusal(
                new Sample(), "--length must be a whole number from 1 to 100000, and was '0'"));
  }

  @Test
  @Tag("solutions")
  @DisplayName("on several threads the run prints what it prints on one")
  void threads() throws IOException {
    String[] args = {
      "--steps", "2", "--width", "64", "--text", text().toString(), "--threads", "1"
    };
    Printed one = train(Training.toTheEnd(), args);
    args[7] = "3";
    assertThat(train(Training.toTheEnd(), args)).isEqualTo(one);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  @DisplayName("each refuses what it does not take, in one line and with the status 2")
  void refused(Example example, String arguments, String message) {
    assertThat(Printed.by(example, arguments.split(" ")))
        .isEqualTo(Printed.refusal(example, message));
  }

  private static Stream<Arguments> refusals() {
    return Stream.of(
        arguments(
            new Embeddings(),
            "king queen",
            "takes three words, as in man king woman, or none, and there was: king queen"),
        arguments(
            new Embeddings(),
            "man king woman boy",
            "takes three words, as in man king woman, or none, and there was: man king woman boy"),
        arguments(new ShiftedPmi(), "0", "K must be a whole number from 1 to 99, and was '0'"),
        arguments(
            new Unseen(),
            "--steps 0",
            "--steps must be a whole number from 1 to 1000000, and was '0'"),
        arguments(
            new Train(Training.toTheEnd()),
            "--context 65",
            "--context must be a whole number from 1 to 64, and was '65'"),
        arguments(new Train(Training.toTheEnd()), "--text /no/such", "there is no file /no/such"));
  }

  @Test
  @DisplayName("the first example answers a question, and refuses a word that it does not know")
  void first() {
    Printed capital = Printed.by(new Embeddings(), "france", "paris", "japan");
    assertThat(capital.status()).isZero();
    assertThat(capital.out())
        .startsWith("paris - france + japan\n")
        .containsPattern("of the others tokyo 0");
    Printed unknown = Printed.by(new Embeddings(), "man", "king", "cat");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err())
        .startsWith("embeddings: there is no word 'cat'; there are advice, ")
        .hasLineCount(1);
  }

  /// By looking for the n-gram in the text, place by place.
  @Test
  @DisplayName("an n-gram is seen if the training text has it")
  void seen() {
    long seed = 5;
    int[] text = new SplittableRandom(seed).ints(300, 0, 4).toArray();
    int split = 200;
    for (int n : new int[] {1, 3, 5}) {
      Counts counts = Counts.of(text, 0, split, 4, 5);
      int found = 0;
      for (int place = split; place < text.length; place++) {
        boolean seen = false;
        for (int end = n - 1; end < split; end++) {
          seen |= Arrays.equals(text, end - n + 1, end + 1, text, place - n + 1, place + 1);
        }
        assertThat(Unseen.seen(counts, text, place, n))
            .as("the %d-gram at %d, seed %d", n, place, seed)
            .isEqualTo(seen);
        found += seen ? 1 : 0;
      }
      assertThat(found).as("of 100 %d-grams", n).isBetween(n == 5 ? 1 : 50, n == 5 ? 50 : 100);
    }
  }
}
