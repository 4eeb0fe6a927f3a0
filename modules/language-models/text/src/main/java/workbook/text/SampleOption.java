package workbook.text;

import java.io.PrintStream;
import java.util.SplittableRandom;
import picocli.CommandLine.Option;
import workbook.lab.Example;

/// The options of an example that lets a trained model write, to be mixed in.
public final class SampleOption {

  @Option(
      names = "--length",
      paramLabel = "N",
      description = "How many characters; ${DEFAULT-VALUE} if not given.")
  private int length = 200;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed, another text; ${DEFAULT-VALUE} if not given.")
  private long seed = 1;

  @Option(names = "--start", paramLabel = "TEXT", description = "What it goes on from.")
  private String start = "";

  /// Prints what a model writes.
  ///
  /// @throws IllegalArgumentException if the start has a character that the model does not know
  public void print(PrintStream out, LanguageModel model, Characters alphabet) {
    int[] before = alphabet.encode(start);
    int[] written =
        Sampler.sample(
            model,
            before,
            Example.between("--length", length, 1, 100_000),
            new SplittableRandom(seed));
    (start + alphabet.decode(written))
        .lines()
        .forEach(line -> out.println("  | " + Show.text(line)));
  }
}
