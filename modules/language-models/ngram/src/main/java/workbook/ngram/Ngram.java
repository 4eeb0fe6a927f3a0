package workbook.ngram;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workbook.lab.Countdown;
import workbook.lab.Example;
import workbook.lab.OutputFile;
import workbook.text.Corpus;
import workbook.text.CorpusOption;
import workbook.text.Grammar;
import workbook.text.GrammarModel;
import workbook.text.Sampler;
import workbook.text.Score;
import workbook.text.Show;

/// Counting as a language model: every smoothing at every order, on the last tenth of a text; or
/// one of them, and what it writes.
@Command(
    name = "ngram",
    description =
        "Counting as a language model: every smoothing at every order. With --smoothing one of them,"
            + " and what it writes.")
public final class Ngram implements Example {

  private static final int ORDER = 6;
  private static final int SAMPLE = 240;
  private static final long SEED = 1;

  @Mixin private CorpusOption text;
  @Mixin private OrderOption order;

  @Option(
      names = "--smoothing",
      paramLabel = "NAME",
      description = "One of ml, add1, wb, backoff, kn, mkn, and no table.")
  private String smoothing;

  @Option(
      names = "--arpa",
      paramLabel = "FILE",
      description = "Write the model for other programs: of --smoothing, or else mkn.")
  private String arpa;

  static void main(String[] args) {
    Example.main(new Ngram(), args);
  }

  @Override
  public int run(PrintStream out) {
    int longest = order.orElse(ORDER);
    Method method = smoothing == null ? Method.MODIFIED_KNESER_NEY : Method.named(smoothing);
    Corpus corpus = text.corpus();
    Counts counts = counted(corpus, longest);
    NgramModel model = method.of(counts);
    Backoff backoff = arpa == null ? null : backoff(model);
    out.printf("%s: nats per character%n", corpus.name());
    corpus.note().ifPresent(note -> out.println("note: " + note));
    if (smoothing == null) {
      printTable(out, corpus, counts);
    } else {
      printRow(out, "order %d, %s".formatted(longest, method.title()), Score.of(model, corpus));
    }
    if (corpus.isGrammar()) {
      GrammarModel truth = new GrammarModel(Grammar.ENGLISH, corpus.alphabet());
      printRow(out, "the grammar itself", Score.of(truth, corpus));
    }
    if (smoothing != null) {
      printSample(out, corpus, model);
    }
    if (arpa != null) {
      write(backoff, corpus, OutputFile.of("--arpa", arpa));
    }
    return 0;
  }

  private static Counts counted(Corpus corpus, int order) {
    int end = corpus.split();
    try (Countdown countdown = Countdown.of("characters counted", end)) {
      return Counts.of(corpus.symbols(), 0, end, corpus.alphabet().size(), order, countdown::done);
    }
  }

  private static void printTable(PrintStream out, Corpus corpus, Counts counts) {
    out.print("order");
    for (Method method : Method.values()) {
      out.printf("%12s", method.title());
    }
    out.println();
    Score best = null;
    for (int order = 1; order <= counts.order(); order++) {
      List<Score> scores = scores(corpus, counts.upTo(order));
      out.printf("%5d", order);
      for (Score score : scores) {
        out.printf("%12s", cell(score));
        best = best == null || score.nats() < best.nats() ? score : best;
      }
      out.println();
    }
    printRow(out, "the best of these", best);
  }

  /// By all methods.
  private static List<Score> scores(Corpus corpus, Counts counts) {
    List<Score> scores = new ArrayList<>();
    String what = "methods scored at order " + counts.order();
    try (Countdown countdown = Countdown.of(what, Method.values().length)) {
      for (Method method : Method.values()) {
        scores.add(Score.of(method.of(counts), corpus));
        countdown.done(scores.size());
      }
    }
    return scores;
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
    int from = Math.max(0, corpus.split() - OrderOption.LARGEST); // No model looks further back.
    int[] start = Arrays.copyOfRange(corpus.symbols(), from, corpus.split());
    int[] sample = Sampler.sample(model, start, SAMPLE, new Random(SEED));
    out.printf("what it writes after the training text, seed %d:%n", SEED);
    corpus
        .alphabet()
        .decode(sample)
        .lines()
        .forEach(line -> out.println(("  " + Show.text(line)).stripTrailing()));
  }

  private static Backoff backoff(NgramModel model) {
    return switch (model) {
      case Backoff b -> b;
      case Interpolated i -> Backoff.of(i);
      default ->
          throw new IllegalArgumentException(
              "only back-off and interpolated models fit an ARPA file: --smoothing wb, backoff, kn"
                  + " or mkn");
    };
  }

  /// Writes beside the file and moves it there whole, so that an interrupted run leaves no half.
  private static void write(Backoff backoff, Corpus corpus, Path file) {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (Writer writer = Files.newBufferedWriter(beside)) {
        Arpa.write(backoff, Words.of(corpus.alphabet()), writer);
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }
}
