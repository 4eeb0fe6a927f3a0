package workbook.ngram;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workbook.lab.Example;
import workbook.text.Corpus;
import workbook.text.CorpusOption;

/// The curse of dimensionality: with every symbol more there are `symbols` times as many n-grams
/// that may come, and the text stays as long as it is.
@Command(
    name = "ngram/curse",
    description = "How many n-grams could come, how many are in a text, and how many come unseen.")
public final class Curse implements Example {

  private static final int ORDER = 10;

  @Mixin private CorpusOption text;
  @Mixin private OrderOption order;

  /// What becomes of n-grams of one length.
  ///
  /// @param possible how many there could be
  /// @param distinct how many different ones are in the training text
  /// @param once how many of these are there once
  /// @param unseen the share of the validation text's places whose n-gram is not there
  record Row(int n, double possible, int distinct, int once, double unseen) {}

  static List<Row> rows(Corpus corpus, int order) {
    return rows(
        corpus, Counts.of(corpus.symbols(), 0, corpus.split(), corpus.alphabet().size(), order));
  }

  /// @param counts of the training text
  static List<Row> rows(Corpus corpus, Counts counts) {
    int[] text = corpus.symbols();
    int symbols = corpus.alphabet().size();
    int order = counts.order();
    int[] unseen = new int[order + 1];
    for (int i = corpus.split(); i < corpus.length(); i++) {
      for (int k = 1; k <= order; k++) {
        int context = counts.context(text, i, k - 1);
        unseen[k] += context < 0 || counts.countAfter(k, context, text[i]) == 0 ? 1 : 0;
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int n = 1; n <= order; n++) {
      double share = (double) unseen[n] / (corpus.length() - corpus.split());
      rows.add(new Row(n, Math.pow(symbols, n), counts.distinct(n), counts.withCount(n, 1), share));
    }
    return rows;
  }

  static void main(String[] args) {
    Example.main(new Curse(), args);
  }

  @Override
  public int run(PrintStream out) {
    int longest = order.orElse(ORDER);
    Corpus corpus = text.corpus();
    out.printf("%s%n  n  possible   distinct   seen once  never seen%n", corpus.name());
    for (Row row : rows(corpus, longest)) {
      out.printf(
          Locale.ROOT,
          "%3d %9.1e %10d %9.1f %% %9.1f %%%n",
          row.n,
          row.possible,
          row.distinct,
          100.0 * row.once / row.distinct,
          100 * row.unseen);
    }
    return 0;
  }
}
