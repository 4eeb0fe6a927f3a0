package workbook.abilities;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// Five short texts, and how well each answers a query.
@Command(
    name = "abilities/bm25-scores",
    description = "Score five short texts for a query, by the formulas of Lucene and of rank_bm25.")
public final class Bm25Scores implements Example {

  static final List<String> TEXTS =
      List.of(
          "the cat sat on the mat",
          "the dog chased the cat",
          "dogs and cats are pets",
          "the mat is red",
          "a cat a cat a cat");

  @Parameters(
      paramLabel = "WORD",
      arity = "0..*",
      description = "The query; cat mat if none is given.")
  private List<String> words = List.of("cat", "mat");

  static void main(String[] args) {
    Example.main(new Bm25Scores(), args);
  }

  @Override
  public int run(PrintStream out) {
    words.forEach(word -> Terms.checkPrintable("WORD", word));
    String query = String.join(" ", words);
    double[] lucene = new Bm25(TEXTS, Bm25.Lengths.BYTE).scores(query);
    double[] rankBm25 = new RankBm25(TEXTS).scores(query);
    out.printf("query: %s%n%n%-26s%10s%13s%n", query, "", "Lucene's", "rank_bm25's");
    for (int text = 0; text < TEXTS.size(); text++) {
      out.printf(Locale.ROOT, "%-26s%10.6f%13.6f%n", TEXTS.get(text), lucene[text], rankBm25[text]);
    }
    return 0;
  }
}
