package workbook.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.lab.Example;
import workbook.lab.Refusal;
import workbook.lab.TrainingRun;
import workbook.text.Corpus;
import workbook.topictest.Printed;
import workbook.transformer.Model;

@DisplayName("The examples")
class MainsTest {

  @TempDir private Path folder;

  /// A place takes 12 · 32² products in each of 2 layers, 2 · 32 for each key in each layer, and
  /// 256 · 32 for the scores. Keys and values of a place are 2 · 2 · 32 floats.
  @Test
  @DisplayName("count what a token takes with and without a cache, and what the cache holds")
  void inference() {
    long place = 2 * 12 * 32 * 32;
    long keys = 2 * 2 * 32;
    long scores = 256 * 32;
    long with = place + 10 * keys + scores;
    long without = 10 * place + keys * (10 * 11 / 2) + scores;
    assertThat(Printed.by(new Inference(), "20").out())
        .containsPattern("   10  .{4} +%,d +%,d ".formatted(without, with))
        .contains(" 5,120\n")
        .endsWith("\n\n  | the cats see the cat\n");
  }

  /// To the last byte, as in KvCacheTest.
  @Test
  @DisplayName("print the caches of published models")
  void cache() {
    assertThat(Printed.by(new Cache()).out())
        .contains("LLaMA 7B          32   32     524,288      524,288       16,384      2.00 GiB\n")
        .contains(
            "Llama 2 70B       64    8     327,680    2,621,440       40,960      1.25 GiB\n");
  }

  @Test
  @DisplayName("write the same with the same seed, and say it")
  void seeds() {
    String first = Printed.by(new Generate(), "--seed", "3").out();
    assertThat(Printed.by(new Generate(), "--seed", "3").out()).isEqualTo(first);
    assertThat(first).contains("seed 3\n");
    assertThat(Printed.by(new Generate(), "--seed", "4").out()).isNotEqualTo(first);
    assertThat(Printed.by(new Generate(), "--temperature", "0").out())
        .endsWith("\n\nthe cats see the cats.\n\n");
  }

  @Test
  @DisplayName("write numbers where numbers are given, from a folder without a vocabulary")
  void numbers() {
    String gpt2 = PublishedLayoutsTest.folder("gpt2").toString();
    Printed printed =
        Printed.by(
            new Generate(), gpt2, "--tokens", "3,1,4", "--temperature", "0", "--int8", "--time");
    // It has 10 places.
    assertThat(printed.out())
        .matches("(?s).*\\n\\n([0-9]+ ){7}\\n3 tokens read and 7 written, [0-9.]+ per second\\n");
    assertThat(Printed.by(new Generate(), gpt2))
        .isEqualTo(
            Printed.refusal(
                new Generate(),
                "the folder has no vocab.json and no tokenizer.model in text: give --tokens"));
  }

  @Test
  @DisplayName("search with beams, the best first")
  void beams() {
    List<String> lines =
        Printed.by(new Generate(), "--prompt", "the cats ", "--beams", "3", "--length", "20")
            .out()
            .lines()
            .skip(2)
            .toList();
    assertThat(lines).hasSize(3).allMatch(line -> line.matches("-0\\.[0-9]{4}  the cats .*"));
    assertThat(lines).isSortedAccordingTo(String::compareTo);
  }

  @Test
  @DisplayName("train a model, and write a folder that is read again")
  void train() {
    Path to = folder.resolve("small");
    TrainingRun training = new TrainingRun(false, () -> 0, () -> false);
    Printed printed = Printed.by(new Train(training), to.toString(), "--steps", "2");
    assertThat(printed.status()).isZero();
    assertThat(printed.out()).startsWith("35,712 parameters, seed 1\n").contains("step 2 of 2");
    ModelFolder read = ModelFolder.read(to);
    assertThat(read.spec().config().parameters()).isEqualTo(35_712);
    assertThat(read.tokenizer().orElseThrow().encode("\na")).containsExactly(10, 97);
    assertThat(read.begin()).isEqualTo(10);
    assertThat(read.begins()).isTrue();
    assertThat(Printed.by(new Train(training), to.toString()))
        .isEqualTo(
            Printed.refusal(new Train(training), to + " is there already, and is not replaced"));
  }

  @Test
  @DisplayName("leave no folder of a training that was stopped, and do not begin one in vain")
  void notTrained() throws IOException {
    Path to = folder.resolve("stopped");
    TrainingRun stopped = new TrainingRun(false, () -> 0, () -> true);
    assertThat(Printed.by(new Train(stopped), to.toString()).out())
        .contains("stopped after 0 of 2000 steps");
    assertThat(to).doesNotExist();
    Path file = Files.writeString(folder.resolve("file"), "");
    Printed printed = Printed.by(new Train(stopped), file.resolve("in").toString());
    assertThat(printed.out()).isEmpty();
    assertThat(printed.err())
        .startsWith("inference/train: %s/in cannot be written: ".formatted(file))
        .hasLineCount(1);
  }

  @Test
  @DisplayName("write a model as GPT-2 is published, and read it again to the bit")
  void written() throws IOException {
    Model model = Models.random(SmallModel.CONFIG, 1);
    Gpt2Files.write(folder, model);
    Parameters read = ModelFolder.read(folder).parameters();
    model
        .parameters()
        .forEach((name, tensor) -> assertThat(read.get(name)).as(name).isEqualTo(tensor.data()));
  }

  /// The grammar's own entropy is .2780 nats per character; 6-grams with the best smoothing reach
  /// .3727 on the whole validation text.
  @Test
  @DisplayName("have a small model that knows its grammar better than n-grams do")
  void small() {
    ModelFolder folder = ModelFolder.small();
    int[] text =
        folder
            .tokenizer()
            .orElseThrow()
            .encode(Corpus.grammar().validationText().substring(0, 1300));
    double nats = Scored.nats(folder.decoder(FloatWeights::new), text, 64);
    assertThat(nats).isBetween(.278, .3727);
  }

  /// 6,738,415,616 parameters, and 1 MiB of cache for each place in floats.
  @Test
  @DisplayName("refuse a model that does not fit the memory, and say what would help")
  void heap() {
    Spec llama = Spec.of(KvCacheTest.config("LLaMA 7B"), 2048);
    assertThatThrownBy(() -> Heap.check(llama, 100, false, 6L << 30))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "weights and cache take 25805 MB, and this JVM may have 6144: --int8 makes the weights"
                + " a quarter, JAVA_TOOL_OPTIONS=-Xmx38g gives more");
    assertThatThrownBy(() -> Heap.check(llama, 100, true, 6L << 30))
        .hasMessage(
            "weights and cache take 6526 MB, and this JVM may have 6144: JAVA_TOOL_OPTIONS=-Xmx10g"
                + " gives more");
    assertThatCode(() -> Heap.check(llama, 100, true, 8L << 30)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  @DisplayName("each refuse what they do not take, in one line and with the status 2")
  void refused(Example example, List<String> arguments, String message) {
    assertThat(Printed.by(example, arguments.toArray(String[]::new)))
        .isEqualTo(Printed.refusal(example, message));
  }

  private static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(new Inference(), "N must be a whole number from 1 to 63, and was '64'", "64"),
        refusal(new Generate(), "there is no folder none", "none"),
        refusal(
            new Generate(),
            "--temperature must be a number from 0 on, as 0.8, and was 'hot'",
            "--temperature",
            "hot"),
        refusal(
            new Generate(),
            "--temperature must be a number from 0 on, as 0.8, and was '-1'",
            "--temperature=-1"),
        refusal(new Generate(), "--top-p must be from 1.0E-9 to 1.0, and was 0.0", "--top-p", "0"),
        refusal(
            new Generate(), "--top-p must be from 1.0E-9 to 1.0, and was 1.5", "--top-p", "1.5"),
        refusal(
            new Generate(),
            "--top-k must be a whole number from 0 to 1000000, and was '-1'",
            "--top-k=-1"),
        refusal(
            new Generate(),
            "--beams must be a whole number from 0 to 64, and was '65'",
            "--beams",
            "65"),
        refusal(
            new Generate(),
            "--tokens must be whole numbers with commas, as 15496,11, and was '1,,2'",
            "--tokens",
            "1,,2"),
        refusal(
            new Generate(),
            "a token of --tokens must be a whole number from 0 to 255, and was '256'",
            "--tokens",
            "256",
            "--beams",
            "1"),
        refusal(
            new Generate(),
            "--prompt and --tokens are two ways to say it: give one",
            "--prompt",
            "a",
            "--tokens",
            "1"),
        refusal(
            new Generate(),
            "the prompt has 65 tokens, and the model reads 64 at most, with what it writes",
            "--prompt",
            "x".repeat(64)));
  }

  private static Arguments refusal(Example example, String message, String... arguments) {
    return Arguments.of(example, List.of(arguments), message);
  }
}
