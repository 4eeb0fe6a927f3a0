package workbook.inference;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// Lets a model in a folder write, as it was published for GPT-2 or LLaMA.
@Command(
    name = "inference/generate",
    description = "Let a GPT-2 or LLaMA write, from the files in a folder.")
public final class Generate implements Example {

  private static final String DIGITS = "[0-9]{1,9}";

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description =
          "With config.json and model.safetensors; vocab.json or tokenizer.model for text. Without"
              + " it, this topic's small model.")
  private String folder;

  @Option(names = "--prompt", paramLabel = "TEXT", description = "What it goes on from.")
  private String prompt;

  @Option(
      names = "--tokens",
      paramLabel = "IDS",
      description = "The same in numbers, with commas: 15496,11. The output is numbers then.")
  private String tokens;

  @Option(
      names = "--length",
      paramLabel = "N",
      description = "How many tokens to write at most; ${DEFAULT-VALUE} if not given.")
  private int length = 100;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      converter = Decimal.class,
      description = "Below 1 sharper, above flatter, 0 greedy; ${DEFAULT-VALUE} if not given.")
  private double temperature = 1;

  @Option(
      names = "--top-k",
      paramLabel = "K",
      description = "Draw from the K best only; 0, as if not given, from all.")
  private int topK;

  @Option(
      names = "--top-p",
      paramLabel = "P",
      converter = Decimal.class,
      description = "Draw from the best that have P together; ${DEFAULT-VALUE} if not given.")
  private double topP = 1;

  @Option(
      names = "--beams",
      paramLabel = "N",
      description = "Search with N beams, and draw nothing.")
  private int beams;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed, other draws; ${DEFAULT-VALUE} if not given.")
  private long seed = 1;

  @Option(names = "--int8", description = "Keep the weights in 8 bits: a quarter of the memory.")
  private boolean int8;

  @Option(names = "--time", description = "Say how many tokens per second that is.")
  private boolean time;

  static void main(String[] args) {
    Example.main(new Generate(), args);
  }

  @Override
  public int run(PrintStream out) {
    Sampling sampling = sampling();
    Example.between("--length", length, 1, 1_000_000);
    Example.between("--beams", beams, 0, 64);
    if (prompt != null && tokens != null) {
      throw new IllegalArgumentException("--prompt and --tokens are two ways to say it: give one");
    }
    ModelFolder model = folder == null ? ModelFolder.small() : ModelFolder.read(Path.of(folder));
    int[] start = tokens == null ? Prompt.of(model, prompt == null ? "" : prompt) : numbers(model);
    int room = Prompt.room(model.spec(), start.length, length);
    Heap.check(model.spec(), start.length + room, int8, Runtime.getRuntime().maxMemory());
    Decoder decoder = model.decoder(int8 ? Int8Weights::perRow : FloatWeights::new);
    if (beams > 0) {
      search(out, model, decoder, start, room);
    } else {
      draw(out, model, decoder, start, room, sampling);
    }
    return 0;
  }

  private Sampling sampling() {
    return new Sampling(
        Decimal.between("--temperature", temperature, 0, 100),
        Example.between("--top-k", topK, 0, 1_000_000),
        Decimal.between("--top-p", topP, 1e-9, 1));
  }

  private void draw(
      PrintStream out,
      ModelFolder model,
      Decoder decoder,
      int[] start,
      int room,
      Sampling sampling) {
    out.printf(
        Locale.ROOT,
        "temperature %s, top-k %d, top-p %s, seed %d%n%n",
        temperature,
        topK,
        topP,
        seed);
    int[] count = new int[1];
    long before = System.nanoTime();
    Output output = output(out, model);
    Generator.write(
        decoder,
        start,
        room,
        model.end(),
        sampling,
        new SplittableRandom(seed),
        token -> {
          count[0]++;
          output.accept(token);
        });
    output.end();
    if (time) {
      double seconds = (System.nanoTime() - before) / 1e9;
      out.printf(
          Locale.ROOT,
          "%d tokens read and %d written, %.1f per second%n",
          start.length,
          count[0],
          (start.length + count[0]) / seconds);
    }
  }

  private void search(PrintStream out, ModelFolder model, Decoder decoder, int[] start, int room) {
    out.printf("%d beams, the best by log p / tokens%n%n", beams);
    Decoded text = Decoded.of(decoder, start, start.length + room);
    for (BeamSearch.Found found : new BeamSearch(beams, room, model.end(), 1).search(text)) {
      out.printf(Locale.ROOT, "%.4f  ", found.score());
      Output output = output(out, model);
      found.tokens().stream()
          .filter(token -> token != model.end())
          .forEach(token -> output.accept(token));
      output.end();
    }
  }

  /// Where tokens go to.
  private interface Output extends IntConsumer {
    void end();
  }

  private Output output(PrintStream out, ModelFolder model) {
    if (tokens != null) {
      return new Numbers(out);
    }
    if (prompt != null) {
      out.print(workbook.lab.Printable.of(prompt));
    }
    return new Words(out, new StreamedText(model.tokenizer().orElseThrow()));
  }

  private record Numbers(PrintStream out) implements Output {

    @Override
    public void accept(int token) {
      out.print(token + " ");
      out.flush();
    }

    @Override
    public void end() {
      out.println();
    }
  }

  private record Words(PrintStream out, StreamedText text) implements Output {

    @Override
    public void accept(int token) {
      out.print(text.add(token));
      out.flush();
    }

    @Override
    public void end() {
      out.println(text.rest());
    }
  }

  private int[] numbers(ModelFolder model) {
    String[] parts = tokens.split(",", -1);
    for (String part : parts) {
      if (!part.matches(DIGITS)) {
        throw new IllegalArgumentException(
            "--tokens must be whole numbers with commas, as 15496,11, and was '%s'"
                .formatted(tokens));
      }
      int most = model.spec().config().vocabulary() - 1;
      Example.between("a token of --tokens", Integer.parseInt(part), 0, most);
    }
    return Arrays.stream(parts).mapToInt(Integer::parseInt).toArray();
  }
}
