package workbook.ngram;

import workbook.text.Corpus;
import workbook.text.Grammar;
import workbook.text.Score;

/// What the notes show, counted anew each time it is drawn.
final class Pictures {

  private static final Corpus NAMES = Corpus.unicodeNames();
  private static final Corpus GRAMMAR = Corpus.grammar();
  private static final int LONGEST = 10;
  private static final int ORDER = 8;

  private Pictures() {}

  /// Of a text's n-grams, how many there could be, how many there are, and how many are there once.
  static String distinct() {
    Plot plot = new Plot("Unicode names: how many different n-grams", "n", "").logarithmic();
    for (Curse.Row row : Curse.rows(NAMES, LONGEST)) {
      plot.point("possible", row.n(), row.possible());
      plot.point("in 777,659 characters", row.n(), row.distinct());
      if (row.once() > 0) {
        plot.point("there only once", row.n(), row.once());
      }
    }
    return plot.svg();
  }

  /// The share of n-grams that come and were never seen.
  static String unseen() {
    Plot plot = new Plot("n-grams that come and were never seen", "n", "per cent");
    for (Corpus corpus : new Corpus[] {NAMES, GRAMMAR}) {
      for (Curse.Row row : Curse.rows(corpus, LONGEST)) {
        plot.point(corpus.name(), row.n(), 100 * row.unseen());
      }
    }
    return plot.svg();
  }

  /// What longer contexts gain with one smoothing and lose with another.
  static String smoothing() {
    Corpus corpus = Corpus.unicodeNames();
    Counts counts = Counts.of(corpus.symbols(), 0, corpus.split(), corpus.alphabet().size(), ORDER);
    Plot plot = new Plot("Unicode names: the score against the order", "order", "nats a character");
    for (Method method : Method.values()) {
      for (int order = 1; order <= ORDER && method != Method.MAXIMUM_LIKELIHOOD; order++) {
        Score score = Score.of(method.of(counts.upTo(order)), NAMES);
        plot.point(method.title(), order, score.natsPerCharacter());
      }
    }
    return plot.svg();
  }

  /// How near the models come to what is the best for the sentences of the grammar.
  static String optimum() {
    Counts counts =
        Counts.of(GRAMMAR.symbols(), 0, GRAMMAR.split(), GRAMMAR.alphabet().size(), LONGEST);
    Plot plot = new Plot("Grammar: the best there can be", "order", "nats a character");
    for (int order = 1; order <= LONGEST; order++) {
      NgramModel model = Method.MODIFIED_KNESER_NEY.of(counts.upTo(order));
      plot.point("mod. KN", order, Score.of(model, GRAMMAR).natsPerCharacter());
      plot.point("entropy", order, Grammar.ENGLISH.entropyRate());
    }
    return plot.svg();
  }
}
