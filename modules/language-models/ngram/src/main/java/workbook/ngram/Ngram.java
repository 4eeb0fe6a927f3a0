package workbook.ngram;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import workbook.text.Corpus;
import workbook.text.Grammar;
import workbook.text.GrammarModel;
import workbook.text.Sampler;
import workbook.text.Score;

/// Counting as a language model: every smoothing at every order, on the last tenth of two texts,
/// and what the best one writes.
///
/// `./workbook run ngram [--text FILE] [--order N] [--smoothing NAME] [--arpa FILE]`
public final class Ngram {

  private static final int ORDER = 6;
  private static final int SAMPLE = 240;
  private static final long SEED = 1;

  private Ngram() {}

  static void main(String[] args) {
    int status = run(System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// @return the exit status: 0, or 2 if the arguments are wrong
  static int run(PrintStream out, PrintStream err, String... args) {
    try {
      Arguments arguments = Arguments.parse(args);
      for (Corpus corpus : arguments.corpora()) {
        print(out, corpus, arguments);
      }
      return 0;
    } catch (IllegalArgumentException e) {
      err.println("ngram: " + e.getMessage());
      return 2;
    }
  }

  private static void print(PrintStream out, Corpus corpus, Arguments arguments) {
    int order = arguments.order().orElse(ORDER);
    Counts counts = Counts.of(corpus.symbols(), 0, corpus.split(), corpus.alphabet().size(), order);
    out.printf("%s: nats a character%n", corpus.name());
    corpus.note().ifPresent(note -> out.println("note: " + note));
    NgramModel last;
    if (arguments.method().isPresent()) {
      Method method = arguments.method().get();
      last = method.of(counts);
      printRow(out, "order %d, %s".formatted(order, method.title()), Score.of(last, corpus));
    } else {
      last = printTable(out, corpus, counts);
    }
    if (corpus.name().equals("grammar")) {
      GrammarModel truth = new GrammarModel(Grammar.ENGLISH, corpus.alphabet());
      printRow(out, "the grammar itself", Score.of(truth, corpus));
    }
    printSample(out, corpus, last);
    if (arguments.arpa().isPresent()) {
      write(last, corpus, arguments.arpa().get());
    }
  }

  /// @return the model of the last cell
  private static NgramModel printTable(PrintStream out, Corpus corpus, Counts counts) {
    out.print("order");
    for (Method method : Method.values()) {
      out.printf("%12s", method.title());
    }
    out.println();
    NgramModel last = null;
    Score best = null;
    for (int order = 1; order <= counts.order(); order++) {
      out.printf("%5d", order);
      for (Method method : Method.values()) {
        last = method.of(counts.upTo(order));
        Score score = Score.of(last, corpus);
        out.printf("%12s", cell(score));
        best = best == null || score.nats() < best.nats() ? score : best;
      }
      out.println();
    }
    printRow(out, "the best of these", best);
    return last;
  }

  private static String cell(Score score) {
    return Double.isInfinite(score.nats())
        ? "infinite"
        : String.format(Locale.ROOT, "%.4f", score.natsPerCharacter());
  }

  private static void printRow(PrintStream out, String name, Score score) {
    out.printf(
        Locale.ROOT,
        "%s: %.4f nats, %.4f bits, perplexity %.3f%n",
        name,
        score.natsPerCharacter(),
        score.bitsPerCharacter(),
        score.perplexity());
  }

  private static void printSample(PrintStream out, Corpus corpus, NgramModel model) {
    int[] start = Arrays.copyOf(corpus.symbols(), corpus.split());
    int[] sample = Sampler.sample(model, start, SAMPLE, new Random(SEED));
    out.printf("it goes on from the training text, seed %d:%n", SEED);
    corpus
        .alphabet()
        .decode(sample)
        .lines()
        .forEach(line -> out.println(("  " + line).stripTrailing()));
    out.println();
  }

  /// Writes beside the file and moves it there whole, so that an interrupted run leaves no half.
  private static void write(NgramModel model, Corpus corpus, Path file) {
    Backoff backoff =
        switch (model) {
          case Backoff b -> b;
          case Interpolated i -> Backoff.of(i);
          default ->
              throw new IllegalArgumentException(
                  "only back-off and interpolated models fit an ARPA file: --smoothing wb,"
                      + " backoff, kn or mkn");
        };
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (Writer writer = Files.newBufferedWriter(beside)) {
        Arpa.write(backoff, Words.of(corpus.alphabet()), writer);
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no folder to write %s in".formatted(file), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }
}
