package workbook.ngram;

import java.io.PrintStream;
import java.util.BitSet;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workbook.lab.Example;
import workbook.text.Corpus;
import workbook.text.CorpusOption;
import workbook.text.Score;
import workbook.text.UnseenPlaces;

/// Data sparsity in numbers: the score at the places whose n-gram was seen in training, and at
/// those whose n-gram was not.
@Command(
    name = "ngram/unseen",
    description = "The score where the n-gram was seen in training, and where it never was.")
public final class Unseen implements Example {

  private static final int ORDER = 6;

  @Mixin private CorpusOption text;
  @Mixin private OrderOption order;

  static void main(String[] args) {
    Example.main(new Unseen(), args);
  }

  @Override
  public int run(PrintStream out) {
    int longest = order.orElse(ORDER);
    Corpus corpus = text.corpus();
    int places = corpus.length() - corpus.split();
    BitSet unseen = UnseenPlaces.of(corpus, longest);
    if (unseen.isEmpty() || unseen.cardinality() == places) {
      throw new IllegalArgumentException(
          "%s of the %d-grams asked about in %s were seen: take another --order"
              .formatted(unseen.isEmpty() ? "all" : "none", longest, corpus.name()));
    }
    BitSet seen = (BitSet) unseen.clone();
    seen.flip(corpus.split(), corpus.length());
    Counts counts =
        Counts.of(corpus.symbols(), 0, corpus.split(), corpus.alphabet().size(), longest);
    out.printf("%s, order %d: nats per character%n", corpus.name(), longest);
    out.printf("%-12s %9s %12s %12s%n", "", "anywhere", "seen before", "never seen");
    out.printf("%-12s %9d %12d %12d%n", "places", places, seen.cardinality(), unseen.cardinality());
    for (Method method : Method.values()) {
      if (method != Method.MAXIMUM_LIKELIHOOD) {
        NgramModel model = method.of(counts);
        out.printf(
            Locale.ROOT,
            "%-12s %9.4f %12.4f %12.4f%n",
            method.title(),
            Score.of(model, corpus).natsPerCharacter(),
            Score.of(model, corpus, seen).natsPerCharacter(),
            Score.of(model, corpus, unseen).natsPerCharacter());
      }
    }
    return 0;
  }
}
