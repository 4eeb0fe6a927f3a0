package workbook.abilities;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// What it does to scores that Lucene keeps the length of a text in one byte.
@Command(
    name = "abilities/lengths",
    description = "Compare the scores of longer texts with exact lengths and with those of a byte.")
public final class Lengths implements Example {

  private static final int[] SHOWN = {40, 41, 43, 57, 100, 1000};

  static void main(String[] args) {
    Example.main(new Lengths(), args);
  }

  @Override
  public int run(PrintStream out) {
    out.printf("the texts 'cat', and 'cat' among other words; query: cat%n%n");
    out.printf("%6s%6s%14s%14s%9s%n", "length", "kept", "by hand", "as Lucene", "apart");
    for (int length : SHOWN) {
      List<String> texts = texts(length);
      double exact = new Bm25(texts, Bm25.Lengths.EXACT).scores("cat")[1];
      double kept = new Bm25(texts, Bm25.Lengths.BYTE).scores("cat")[1];
      out.printf(
          Locale.ROOT,
          "%6d%6d%14.8f%14.8f%8.2f%%%n",
          length,
          Bm25.Lengths.BYTE.kept(length),
          exact,
          kept,
          100 * (kept / exact - 1));
    }
    return 0;
  }

  /// One word, and as many as are asked for.
  static List<String> texts(int length) {
    String longer =
        Stream.concat(Stream.of("cat"), IntStream.range(1, length).mapToObj(_ -> "mat"))
            .collect(Collectors.joining(" "));
    return List.of("cat", longer);
  }
}
