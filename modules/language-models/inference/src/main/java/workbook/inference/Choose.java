package workbook.inference;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;
import workbook.text.Show;
import workbook.text.Tokenizer;

/// The same beginning, continued in eight ways.
@Command(
    name = "inference/choose",
    description = "Continue one text by greedy, temperature, top-k, top-p and beam search.")
public final class Choose implements Example {

  @Option(
      names = "--prompt",
      paramLabel = "TEXT",
      description = "What they go on from; '${DEFAULT-VALUE}' if not given.")
  private String prompt = "the cats ";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed, other draws; ${DEFAULT-VALUE} if not given.")
  private long seed = 3;

  static void main(String[] args) {
    Example.main(new Choose(), args);
  }

  @Override
  public int run(PrintStream out) {
    ModelFolder folder = ModelFolder.small();
    Tokenizer tokenizer = folder.tokenizer().orElseThrow();
    Decoder decoder = folder.decoder(FloatWeights::new);
    int[] tokens = Prompt.of(folder, prompt);
    int length = Prompt.room(decoder.spec(), tokens.length, Integer.MAX_VALUE);
    Decoded start = Decoded.of(decoder, tokens, tokens.length + length);
    out.printf("seed %d; '%s' goes on%n%n", seed, Show.text(prompt));
    out.println("                     log p  tokens");
    List<Named> ways =
        List.of(
            new Named("greedy", Sampling.GREEDY),
            new Named("temperature 0.5", new Sampling(0.5, 0, 1)),
            new Named("temperature 1", Sampling.PLAIN),
            new Named("temperature 1.5", new Sampling(1.5, 0, 1)),
            new Named("top-k 3", new Sampling(1, 3, 1)),
            new Named("top-p 0.9", new Sampling(1, 0, 0.9)));
    for (Named way : ways) {
      List<Integer> written = new ArrayList<>();
      Generator.write(
          decoder,
          tokens,
          length,
          folder.end(),
          way.sampling,
          new SplittableRandom(seed),
          written::add);
      print(out, way.name, log(start, written), written, tokenizer);
    }
    for (double penalty : new double[] {0, 1}) {
      BeamSearch.Found best =
          new BeamSearch(4, length, folder.end(), penalty).search(start).getFirst();
      print(
          out,
          penalty == 0 ? "beam 4, log p" : "beam 4, log p / n",
          best.log(),
          best.tokens(),
          tokenizer);
    }
    return 0;
  }

  private record Named(String name, Sampling sampling) {}

  /// By the model's own probabilities, whatever they were drawn with.
  private static double log(Continuation text, List<Integer> tokens) {
    double log = 0;
    for (int token : tokens) {
      log += text.logs()[token];
      text = text.after(token);
    }
    return log;
  }

  private static void print(
      PrintStream out, String name, double log, List<Integer> tokens, Tokenizer tokenizer) {
    int[] all = tokens.stream().mapToInt(Integer::intValue).toArray();
    String line = tokenizer.decode(all).lines().findFirst().orElse("");
    out.printf(Locale.ROOT, "%-17s %8.2f %7d  %s%n", name, log, all.length, Show.text(line));
  }
}
