package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.autograd.Safetensors;
import workbook.autograd.Tensor;
import workbook.autograd.Trained;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;
import workbook.lab.TrainingRun;
import workbook.text.Corpus;
import workbook.text.Grammar;
import workbook.text.GrammarModel;
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
        train(Training.toTheEnd(), "--steps", "20", "--width", "16", "--text", text().toString());
    assertThat(printed.err()).isEmpty();
    assertThat(printed.status()).isZero();
    assertThat(printed.out())
        // 12 symbols · 32, the LSTM 4 · 16 · (32 + 16 + 2), the output 12 · (16 + 1).
        .startsWith("LSTM of width 16, %d parameters, seed 1; text\n".formatted(384 + 3200 + 204))
        // One step of 32 · 64 symbols a second, and one second more since the start.
        .containsPattern("step 1 of 20 {2}loss 2\\.\\d{4} {2}2048 tokens/s {2}19 s left \n")
        .containsPattern("step 20 of 20 {2}loss \\d\\.\\d{4} {2}2048 tokens/s {2}0 s left \n")
        .containsPattern("\n\n( {2}\\| .*\n)+\nvalidation: ");
    String nats = printed.out().replaceFirst("(?s).*validation: (\\S+) nats .*", "$1");
    assertThat(Double.parseDouble(nats)).isBetween(.5, Math.log(12));
  }

  @Test
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
        .contains("\rstep 3 of 500  ")
        .endsWith("\nstopped after 3 of 500 steps\nthe weights are in " + file + "\n\n");
  }

  /// Long enough for a state that is carried, and short enough to begin again within six steps.
  private String[] sixSteps(Path checkpoint, String... more) throws IOException {
    Path text =
        Files.writeString(
            folder.resolve("text"), "how much wood would a woodchuck chuck? ".repeat(240));
    return Stream.concat(
            Stream.of(
                "--width 8 --steps 6 --text %s --checkpoint %s"
                    .formatted(text, checkpoint)
                    .split(" ")),
            Arrays.stream(more))
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @Tag("solutions")
  @ValueSource(strings = {"rnn", "lstm", "gru"})
  @DisplayName("stopped anywhere and resumed, it comes to the same bits as without an interruption")
  void resumes(String cell) throws IOException {
    Path atOnce = folder.resolve("at-once");
    Printed whole = train(Training.toTheEnd(), sixSteps(atOnce, "--cell", cell));
    for (int steps = 0; steps <= 6; steps++) {
      Path file = folder.resolve("after-%d".formatted(steps));
      train(Training.stoppedAfter(steps, false), sixSteps(file, "--cell", cell));
      Printed rest = train(Training.toTheEnd(), sixSteps(file, "--cell", cell, "--resume"));
      assertThat(rest.err()).isEmpty();
      assertThat(file).as("after %d steps", steps).hasSameBinaryContentAs(atOnce);
      assertThat(report(rest)).as("after %d steps", steps).isEqualTo(report(whole));
    }
  }

  private static String report(Printed printed) {
    return printed.out().substring(printed.out().indexOf("\n\n"));
  }

  @Test
  @DisplayName("it goes on with no other settings and no other text, and replaces nothing unasked")
  void notResumed() throws IOException {
    Path file = folder.resolve("weights");
    train(Training.stoppedAfter(1, false), sixSteps(file));
    byte[] kept = Files.readAllBytes(file);
    assertThat(train(Training.toTheEnd(), sixSteps(file)).err())
        .isEqualTo(
            "recurrent/train: %s is there already: --resume goes on from it, --overwrite begins anew\n"
                .formatted(file));
    String[] other = sixSteps(file, "--resume");
    other[3] = "7";
    assertThat(train(Training.toTheEnd(), other).err())
        .isEqualTo(
            "recurrent/train: %s: is of another training: steps=6 there, and steps=7 here\n"
                .formatted(file));
    other = sixSteps(file, "--resume");
    other[5] = text().toString();
    assertThat(train(Training.toTheEnd(), other).err())
        .contains(": is of another training: of the text ", ", and of the text ");
    assertThat(Files.readAllBytes(file)).isEqualTo(kept);
    Safetensors.save(file, Map.of("w", Tensor.parameter(1)));
    assertThat(train(Training.toTheEnd(), sixSteps(file, "--resume")).err())
        .isEqualTo(
            "recurrent/train: %s: has weights, but no training that could go on\n".formatted(file));
  }

  @Test
  @DisplayName("what was kept writes, and scores what its training said")
  void sample() throws IOException {
    Path file = folder.resolve("weights");
    Printed trained = train(Training.toTheEnd(), sixSteps(file, "--cell", "gru"));
    Corpus corpus = Corpus.file(folder.resolve("text"));
    Network network = new Settings(CellType.GRU, 32, 8, 1, 1, 1, 1, 99).network(corpus);
    Trained.read(file).copyTo(network.parameters());
    Score score = Score.of(new NetworkModel(network, FloatKernels.best()), corpus);
    assertThat(trained.out()).endsWith("\n" + Report.line(score) + "\n");

    String name = file.toString();
    Printed written = Printed.by(new Sample(), name, "--start", "how ", "--length", "20");
    assertThat(written.err()).isEmpty();
    assertThat(written.out()).matches("  \\| how [a-z? ]{20}\n");
    assertThat(Printed.by(new Sample(), name, "--start", "how ", "--length", "20"))
        .isEqualTo(written);
    assertThat(Printed.by(new Sample(), name, "--start", "HOW"))
        .isEqualTo(
            Printed.refusal(
                new Sample(), "the character 'H' (U+0048) at index 0 is not one of the 12 known"));
    Path missing = folder.resolve("missing");
    assertThat(Printed.by(new Sample(), missing.toString()))
        .isEqualTo(Printed.refusal(new Sample(), "there is no file " + missing));
    Safetensors.save(file, Map.of("w", Tensor.parameter(1)));
    assertThat(Printed.by(new Sample(), name))
        .isEqualTo(
            Printed.refusal(
                new Sample(), name + ": has nothing under 'alphabet', as a checkpoint has"));
  }

  @Test
  @Tag("solutions")
  @DisplayName("on several threads the run prints what it prints on one")
  void threads() throws IOException {
    String[] args = {
      "--steps", "2", "--width", "32", "--text", text().toString(), "--threads", "1"
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
        arguments(new Recurrent(), "elman", "CELL must be one of rnn, lstm, gru, and was 'elman'"),
        arguments(new Recurrent(), "gru 5", "there is no place for '5'; what is taken: CELL"),
        arguments(
            new Train(Training.toTheEnd()),
            "--cell cnn",
            "--cell must be one of rnn, lstm, gru, and was 'cnn'"),
        arguments(
            new Train(Training.toTheEnd()),
            "--steps 0",
            "--steps must be a whole number from 1 to 1000000, and was '0'"),
        arguments(
            new Train(Training.toTheEnd()),
            "--width -4",
            "--width must be a whole number from 1 to 1024, and was '-4'"),
        arguments(
            new Train(Training.toTheEnd()),
            "--threads 99999999999",
            "--threads is too large, and was '99999999999'"),
        arguments(new Train(Training.toTheEnd()), "--text /no/such", "there is no file /no/such"),
        arguments(
            new Train(Training.toTheEnd()),
            "--checkpoint /no/such/file",
            "--checkpoint must name a file in a folder that can be written to, and was"
                + " '/no/such/file'"));
  }

  @Test
  @DisplayName("a text that is too short is refused with the length that is wanted")
  void tooShort() throws IOException {
    Path file = Files.writeString(folder.resolve("short"), "0123456789".repeat(20));
    Printed printed = train(Training.toTheEnd(), "--text", file.toString());
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.err())
        .isEqualTo(
            "recurrent/train: 180 characters to learn from are too few: 32 streams of 64 and one more"
                + " make 2049\n");
  }

  @Test
  @DisplayName("a short training on the grammar comes near to its entropy, and not below")
  void grammar() {
    Corpus corpus = Corpus.grammar();
    // A tenth of the text is enough for 80 steps, and quick to score.
    int from = corpus.length() - 60_000;
    int[] part = Arrays.copyOfRange(corpus.symbols(), from, corpus.length());
    Corpus small = new Corpus("part", corpus.alphabet(), part, 55_000, corpus.note());
    Settings settings = new Settings(CellType.GRU, 8, 24, 16, 24, 0.02, 80, 1);
    Network network = settings.network(small);
    Trainer trainer = settings.trainer(network, small, FloatKernels.best());
    for (int step = 0; step < settings.steps(); step++) {
      trainer.step(settings.schedule().rate(step));
    }
    double nats =
        Score.of(new NetworkModel(network, FloatKernels.best()), small).natsPerCharacter();
    double best =
        Score.of(new GrammarModel(Grammar.ENGLISH, corpus.alphabet()), small).natsPerCharacter();
    // One character alone is worth 2.58 nats.
    assertThat(nats).isBetween(best, 0.7);
  }
}
