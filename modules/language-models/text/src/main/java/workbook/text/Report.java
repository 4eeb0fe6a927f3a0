package workbook.text;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/// What a training ends with.
public final class Report {

  private static final int SAMPLE = 120;

  private Report() {}

  /// What a model writes after the last line of the training text, and its score.
  public static void print(PrintStream out, LanguageModel model, Corpus corpus, long seed) {
    int[] start =
        Arrays.copyOfRange(corpus.symbols(), Math.max(0, corpus.split() - 100), corpus.split());
    int[] written = Sampler.sample(model, start, SAMPLE, new SplittableRandom(seed));
    corpus
        .alphabet()
        .decode(written)
        .lines()
        .forEach(line -> out.println("  | " + Show.text(line)));
    out.printf("%n%s%n", line(Score.of(model, corpus)));
  }

  /// A score in a line.
  public static String line(Score score) {
    return String.format(
        Locale.ROOT,
        "validation: %.4f nats per character, %.4f bits, perplexity %.3f",
        score.natsPerCharacter(),
        score.bitsPerCharacter(),
        score.perplexity());
  }
}
