package workbook.ngram;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import workbook.text.Corpus;
import workbook.text.Grammar;
import workbook.text.Score;

/// What the notes show, with the words of one language.
enum Pictures {
  ENGLISH("", 0),
  CHINESE(".zh-CN", 1);

  private static final Corpus NAMES = Corpus.unicodeNames();
  private static final Corpus GRAMMAR = Corpus.grammar();
  private static final int LONGEST = 10;
  private static final int ORDER = 8;

  private static final Counts NAMES_COUNTS = counts(NAMES, LONGEST);
  private static final Counts GRAMMAR_COUNTS = counts(GRAMMAR, LONGEST);

  private static final List<Curse.Row> ROWS = Curse.rows(NAMES, NAMES_COUNTS);

  /// A method, and its score at each order from 1 on.
  private record Line(Method method, double[] scores) {}

  private static final List<Line> LINES =
      Arrays.stream(Method.values())
          .filter(method -> method != Method.MAXIMUM_LIKELIHOOD)
          .map(method -> new Line(method, scores(method, NAMES, NAMES_COUNTS.upTo(ORDER))))
          .toList();
  private static final double[] OPTIMUM =
      scores(Method.MODIFIED_KNESER_NEY, GRAMMAR, GRAMMAR_COUNTS);

  private final String suffix;
  private final int word;

  Pictures(String suffix, int word) {
    this.suffix = suffix;
    this.word = word;
  }

  private static Counts counts(Corpus corpus, int order) {
    return Counts.of(corpus.symbols(), 0, corpus.split(), corpus.alphabet().size(), order);
  }

  private static double[] scores(Method method, Corpus corpus, Counts counts) {
    return IntStream.rangeClosed(1, counts.order())
        .mapToObj(order -> Score.of(method.of(counts.upTo(order)), corpus))
        .mapToDouble(Score::natsPerCharacter)
        .toArray();
  }

  /// The name of the file of a picture.
  String file(String name) {
    return name + suffix + ".svg";
  }

  private String say(String... words) {
    return words[word];
  }

  /// Of a text's n-grams, how many there could be, how many there are, and how many are there once.
  String distinct() {
    Plot plot =
        new Plot(
                say("Unicode names: how many different n-grams", "Unicode 字符名：不同 n 元组的个数"), "n", "")
            .logarithmic();
    for (Curse.Row row : ROWS) {
      plot.point(say("possible", "可能的"), row.n(), row.possible());
      plot.point(say("in 777,659 characters", "777,659 个字符中的"), row.n(), row.distinct());
      if (row.once() > 0) {
        plot.point(say("seen only once", "只出现一次的"), row.n(), row.once());
      }
    }
    return plot.svg();
  }

  /// What longer contexts gain with one smoothing and lose with another.
  String smoothing() {
    Plot plot =
        new Plot(
            say("Unicode names: the score against the order", "Unicode 字符名：得分随阶数的变化"),
            say("order", "阶数"),
            say("nats per character", "每字符奈特数"));
    for (Line line : LINES) {
      for (int order = 1; order <= ORDER; order++) {
        plot.point(line.method.title(), order, line.scores[order - 1]);
      }
    }
    return plot.svg();
  }

  /// How near the models come to what is the best for the sentences of the grammar.
  String optimum() {
    Plot plot =
        new Plot(
            say("Grammar: the best there can be", "文法：可能的最好得分"),
            say("order", "阶数"),
            say("nats per character", "每字符奈特数"));
    for (int order = 1; order <= LONGEST; order++) {
      plot.point("mod. KN", order, OPTIMUM[order - 1]);
      plot.point(say("entropy", "熵"), order, Grammar.ENGLISH.entropyRate());
    }
    return plot.svg();
  }
}
