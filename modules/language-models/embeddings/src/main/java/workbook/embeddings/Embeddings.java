package workbook.embeddings;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// Vectors for the words of the planted text: which are near each other, and whether king - man +
/// woman is queen.
@Command(name = "embeddings", description = "Find the nearest words, and the answers to analogies.")
public final class Embeddings implements Example {

  private static final int NEIGHBOURS = 4;

  @Parameters(
      paramLabel = "WORD",
      arity = "0..3",
      description = "Three words, A B C: A is to B as C is to what? For instance man king woman.")
  private List<String> words = List.of();

  static void main(String[] args) {
    Example.main(new Embeddings(), args);
  }

  @Override
  public int run(PrintStream out) {
    if (words.size() != 0 && words.size() != 3) {
      throw new IllegalArgumentException(
          "takes three words, as in man king woman, or none, and there was: "
              + String.join(" ", words));
    }
    words.forEach(Planted::number);
    int[][] text = Learned.text();
    Vectors vectors = skipGram(text, Learned.WIDTH);
    if (words.size() == 3) {
      printAnalogy(out, vectors, words.get(0), words.get(1), words.get(2));
    } else {
      printAll(out, text, vectors);
    }
    return 0;
  }

  private static void printAll(PrintStream out, int[][] text, Vectors vectors) {
    out.printf("%d sentences, seed %d, for instance%n", text.length, Learned.SEED);
    for (int i = 0; i < 3; i++) {
      out.println("  " + Planted.text(text[i]));
    }
    out.printf("%nskip-gram, %d numbers a word: the nearest words%n", Learned.WIDTH);
    for (String word : List.of("king", "girl", "paris", "crown")) {
      out.printf("  %-6s %s%n", word, text(vectors.neighbours(word, NEIGHBOURS)));
    }
    out.println();
    printAnalogy(out, vectors, "man", "king", "woman");
    printComparison(out, text, vectors);
  }

  private static void printAnalogy(PrintStream out, Vectors vectors, String a, String b, String c) {
    out.printf("%s - %s + %s%n", b, a, c);
    double[] vector = vectors.analogy(a, b, c);
    out.printf("  of all words  %s%n", text(vectors.nearest(vector, NEIGHBOURS, Set.of())));
    Set<String> given = Arrays.stream(new String[] {a, b, c}).collect(Collectors.toSet());
    out.printf("  of the others %s%n", text(vectors.nearest(vector, NEIGHBOURS, given)));
  }

  private static void printComparison(PrintStream out, int[][] text, Vectors skipGram) {
    CoOccurrences counts = Learned.counts(text);
    List<Analogy> asked = Analogy.planted();
    out.printf("%nof %d analogies right  numbers  of the others  of all words%n", asked.size());
    int words = Planted.WORDS.size();
    count(out, "counted: positive PMI", words, asked, vectors(counts.positivePmi()));
    count(out, "skip-gram", 8, asked, skipGram(text, 8));
    count(out, "skip-gram", Learned.WIDTH, asked, skipGram);
    for (int width : new int[] {8, Learned.WIDTH}) {
      count(out, "GloVe", width, asked, vectors(Learned.glove(counts, width).vectors()));
    }
  }

  private static void count(
      PrintStream out, String model, int width, List<Analogy> asked, Vectors vectors) {
    out.printf(
        Locale.ROOT,
        "  %-22s %8d %14d %13d%n",
        model,
        width,
        right(asked, vectors),
        asked.stream().filter(one -> one.answerAmongAll(vectors).equals(one.d())).count());
  }

  static long right(Collection<Analogy> asked, Vectors vectors) {
    return asked.stream().filter(one -> one.answer(vectors).equals(one.d())).count();
  }

  static Vectors skipGram(int[][] text, int width) {
    return vectors(Learned.skipGram(text, width).vectors());
  }

  static Vectors vectors(float[][] rows) {
    return new Vectors(Planted.WORDS, rows);
  }

  private static String text(List<Vectors.Neighbour> neighbours) {
    return neighbours.stream()
        .map(one -> String.format(Locale.ROOT, "%s %.2f", one.word(), one.cosine()))
        .collect(Collectors.joining(", "));
  }
}
