package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.autograd.Safetensors;
import workbook.autograd.Tensor;
import workbook.autograd.Trained;
import workbook.kernels.FloatKernels;
import workbook.lab.TrainingRun;
import workbook.text.Corpus;
import workbook.text.Report;
import workbook.text.Score;
import workbook.topictest.Printed;
import workbook.topictest.Training;

@DisplayName("A training")
class TrainTest {

  @TempDir private Path folder;

  private static Printed train(TrainingRun training, String... args) {
    return Printed.by(new Train(training), args);
  }

  /// A text that can be learned, and is short to be scored: 3120 characters, 312 of them to be
  /// asked about, which are 4 pieces of 64.
  private Path text() throws IOException {
    return Files.writeString(
        folder.resolve("text"), "how much wood would a woodchuck chuck? ".repeat(80));
  }

  private String[] steps(int steps, Path checkpoint, String... more) throws IOException {
    return Stream.concat(
            Stream.of(
                "--steps %d --text %s --checkpoint %s --width 8"
                    .formatted(steps, text(), checkpoint)
                    .split(" ")),
            Arrays.stream(more))
        .toArray(String[]::new);
  }

  @Test
  @DisplayName("says how it goes, shows what it would write, and ends with the score")
  void trains() throws IOException {
    Printed printed =
        train(Training.toTheEnd(), "--steps", "20", "--width", "16", "--text", text().toString());
    assertThat(printed.err()).isEmpty();
    assertThat(printed.status()).isZero();
    assertThat(printed.out())
        // 12 symbols and 64 positions · 16; 2 layers of 12 · 16² and two gains; the last gain.
        .startsWith(
            "small: 2 layers, 4 heads, width 16, context 64; %,d parameters, seed 1; text\n"
                .formatted(76 * 16 + 2 * (12 * 16 * 16 + 2 * 16) + 16))
        // Nothing is known: ln 12 = 2.48.
        .containsPattern("\nafter 0 steps: validation loss 2\\.[45]\\d{3}\n")
        // One step of 16 · 64 symbols a second, and one second more since the start.
        .containsPattern("step 1 of 20 {2}loss 2\\.\\d{4} {2}1024 tokens/s {2}19 s left \n")
        .containsPattern("\nafter 15 steps: validation loss \\d\\.\\d{4}\n( {2}\\| .*\n)+step 16 ")
        .containsPattern("step 20 of 20 .*\n\nin 4 pieces of 64 characters: validation loss ")
        .containsPattern("\n\n( {2}\\| .*\n)+\nvalidation: ");
    String nats = printed.out().replaceFirst("(?s).*validation: (\\S+) nats .*", "$1");
    assertThat(Double.parseDouble(nats)).isBetween(.1, 2.2);
  }

  @Test
  @DisplayName("that is stopped keeps the weights, and is gone")
  void stopped() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    Printed printed = train(Training.stoppedAfter(2, true), steps(9, file));
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out())
        .contains("\rstep 2 of 9  ")
        .endsWith("\nstopped after 2 of 9 steps\nthe weights are in " + file + "\n\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "llama"})
  @DisplayName("that is stopped and resumed comes to the same bits as without an interruption")
  void resumes(String config) throws IOException {
    Path atOnce = folder.resolve("at-once");
    Printed whole = train(Training.toTheEnd(), steps(4, atOnce, "--config", config));
    for (int done : new int[] {0, 2}) {
      Path file = folder.resolve("after-%d".formatted(done));
      train(Training.stoppedAfter(done, false), steps(4, file, "--config", config));
      assertThat(Files.readAllBytes(file)).isNotEqualTo(Files.readAllBytes(atOnce));
      Printed rest = train(Training.toTheEnd(), steps(4, file, "--config", config, "--resume"));
      assertThat(rest.err()).isEmpty();
      assertThat(file).as("after %d steps", done).hasSameBinaryContentAs(atOnce);
      assertThat(report(rest)).as("after %d steps", done).isEqualTo(report(whole));
    }
  }

  private static String report(Printed printed) {
    return printed.out().substring(printed.out().indexOf("\n\n"));
  }

  /// What a checkpoint has besides the weights: of each of them the two means of AdamW, which are
  /// not 0 after a step.
  @Test
  @DisplayName("keeps what the optimiser remembers of every weight")
  void memory() throws IOException {
    Path file = folder.resolve("weights");
    train(Training.stoppedAfter(1, false), steps(4, file));
    Map<String, Tensor> kept = Safetensors.load(file);
    List<String> weights =
        kept.keySet().stream().filter(name -> !name.startsWith("training/")).toList();
    assertThat(weights).hasSameElementsAs(Preset.SMALL.config(12, 8).shapes().keySet());
    for (String name : weights) {
      for (String mean : new String[] {"mean/", "square/"}) {
        float[] numbers = kept.get("training/" + mean + name).data();
        assertThat(IntStream.range(0, numbers.length).anyMatch(i -> numbers[i] != 0))
            .as(mean + name)
            .isTrue();
      }
    }
  }

  /// A write that was killed leaves a part of the next checkpoint under another name, see
  /// [Safetensors#save].
  @Test
  @DisplayName("goes on from the last whole checkpoint if it was killed while it wrote the next")
  void killed() throws IOException {
    Path atOnce = folder.resolve("at-once");
    train(Training.toTheEnd(), steps(3, atOnce));
    Path file = folder.resolve("killed");
    train(Training.stoppedAfter(1, false), steps(3, file));
    byte[] half = Arrays.copyOf(Files.readAllBytes(atOnce), 100_000);
    Files.write(folder.resolve("killed.unfinished"), half);
    train(Training.toTheEnd(), steps(3, file, "--resume"));
    assertThat(file).hasSameBinaryContentAs(atOnce);
    assertThat(folder.resolve("killed.unfinished")).doesNotExist();
  }

  @Test
  @DisplayName("goes on with no other settings and no other text, and replaces nothing unasked")
  void notResumed() throws IOException {
    Path file = folder.resolve("weights");
    train(Training.stoppedAfter(1, false), steps(4, file));
    byte[] kept = Files.readAllBytes(file);
    assertThat(train(Training.toTheEnd(), steps(4, file)).err())
        .isEqualTo(
            "transformer/train: %s is there already: --resume goes on from it, --overwrite begins anew\n"
                .formatted(file));
    assertThat(train(Training.toTheEnd(), steps(5, file, "--resume")).err())
        .isEqualTo(
            "transformer/train: %s: is of another training: steps=4 there, and steps=5 here\n"
                .formatted(file));
    String[] other = steps(4, file, "--resume");
    other[3] = Files.writeString(folder.resolve("other"), "to be or not ".repeat(99)).toString();
    assertThat(train(Training.toTheEnd(), other).err())
        .containsPattern(
            ": is of another training: .*of the text \\w+ there, and .*of the text \\w+ here\n");
    assertThat(Files.readAllBytes(file)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "llama"})
  @DisplayName("leaves what writes, and scores what the training said")
  void sample(String config) throws IOException {
    Path file = folder.resolve("weights");
    Printed trained = train(Training.toTheEnd(), steps(2, file, "--config", config));
    Corpus corpus = Corpus.file(text());
    Model model = new Model(Preset.named(config).orElseThrow().config(corpus.alphabet().size(), 8));
    Trained.read(file).copyTo(model.parameters());
    Score score = Score.of(new CharacterModel(model, FloatKernels.best()), corpus);
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
  }

  @Test
  @DisplayName("of which nothing is there, or something else, leaves nothing to write")
  void noSample() throws IOException {
    Path missing = folder.resolve("missing");
    assertThat(Printed.by(new Sample(), missing.toString()))
        .isEqualTo(Printed.refusal(new Sample(), "there is no file " + missing));
    Path file = folder.resolve("weights");
    Safetensors.save(file, Map.of("w", Tensor.parameter(1)));
    assertThat(Printed.by(new Sample(), file.toString()))
        .isEqualTo(
            Printed.refusal(
                new Sample(), file + ": has nothing under 'alphabet', as a checkpoint has"));
    Safetensors.save(
        file, Map.of("w", Tensor.parameter(1)), Map.of("alphabet", "ab", "config", "huge"));
    assertThat(Printed.by(new Sample(), file.toString()))
        .isEqualTo(
            Printed.refusal(
                new Sample(),
                file + ": has the configuration 'huge', and there are small, llama, nanogpt-cpu"));
    // A model of this width has 5 billion parameters.
    Safetensors.save(
        file,
        Map.of("token", Tensor.parameter(1, 14_400)),
        Map.of("alphabet", "a", "config", "small"));
    assertThat(Printed.by(new Sample(), file.toString()))
        .isEqualTo(
            Printed.refusal(
                new Sample(), file + ": is 14400 wide, and a multiple of 8 up to 1024 is wanted"));
    assertThat(Printed.by(new Sample(), folder.toString()))
        .isEqualTo(Printed.refusal(new Sample(), folder + ": is a folder"));
  }

  @Test
  @DisplayName("prints on several threads what it prints on one")
  void threads() throws IOException {
    String[] args = {
      "--steps", "2", "--width", "32", "--text", text().toString(), "--threads", "1"
    };
    Printed one = train(Training.toTheEnd(), args);
    args[7] = "2";
    assertThat(train(Training.toTheEnd(), args)).isEqualTo(one);
  }

  private static Settings nanoGpt(int steps) {
    return Preset.NANOGPT_CPU.settings(Preset.NANOGPT_CPU.config(65, 128), steps, 1);
  }

  /// nanoGPT prints 804,096 with the positions for tinyshakespeare's 65 characters.
  @Test
  @DisplayName("of nanoGPT's configuration has its parameters and its schedule")
  void nanoGpt() {
    Settings settings = nanoGpt(2000);
    assertThat(settings.config().parameters()).isEqualTo(804_096);
    assertThat(settings.tokens()).isEqualTo(12 * 64);
    // 1e-3 · 1/101, · 100/101, the peak, half way 5.5e-4, the end.
    assertThat(settings.schedule().rate(0)).isEqualTo(1e-3 / 101);
    assertThat(settings.schedule().rate(99)).isEqualTo(1e-3 * 100 / 101);
    assertThat(settings.schedule().rate(100)).isEqualTo(1e-3);
    assertThat(settings.schedule().rate(1050)).isEqualTo(5.5e-4);
    assertThat(settings.schedule().rate(2000)).isEqualTo(1e-4);
  }

  @Test
  @DisplayName("of one step has no warm-up, of a few a short one")
  void shortWarmup() {
    assertThat(nanoGpt(1).warmup()).isZero();
    assertThat(nanoGpt(10).warmup()).isEqualTo(5);
    assertThat(nanoGpt(500).warmup()).isEqualTo(100);
  }

  /// Normal numbers with deviation 0.02, and 0.02 / √(2 · 4) where a block adds. Of 16,384 numbers
  /// the deviation is right to about 1 part in √(2 · 16384) = 181; allowed are four times that.
  @Test
  @DisplayName("begins as nanoGPT does")
  void beginning() {
    Map<String, Tensor> parameters = nanoGpt(2000).model().parameters();
    parameters.forEach((name, tensor) -> {
      double expected =
          name.endsWith("gain")
              ? 0
              : name.endsWith("output.weight") || name.endsWith("down.weight")
                  ? 0.02 / Math.sqrt(8)
                  : 0.02;
      assertThat(deviation(tensor.data()))
          .as(name)
          .isBetween(
              expected * (1 - 4 / Math.sqrt(2 * tensor.size())),
              expected * (1 + 4 / Math.sqrt(2 * tensor.size())));
    });
  }

  private static double deviation(float... numbers) {
    double sum = 0;
    double squares = 0;
    for (float number : numbers) {
      sum += number;
      squares += (double) number * number;
    }
    double mean = sum / numbers.length;
    return Math.sqrt(squares / numbers.length - mean * mean);
  }
}
