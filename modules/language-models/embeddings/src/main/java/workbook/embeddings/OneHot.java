package workbook.embeddings;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;

/// A word as a number says that crown is between boy and doll; as a one-hot vector it says nothing
/// but which word it is; as a dense one it can say what the word is like.
@Command(
    name = "embeddings/one-hot",
    description = "Compare words as one-hot vectors and as dense ones.")
public final class OneHot implements Example {

  private static final List<String> ASKED = List.of("king", "queen", "man", "paris");

  static void main(String[] args) {
    Example.main(new OneHot(), args);
  }

  @Override
  public int run(PrintStream out) {
    int words = Planted.WORDS.size();
    float[] table = new float[words * Learned.WIDTH];
    float[][] rows = Learned.skipGram(Learned.text(), Learned.WIDTH).vectors();
    for (int word = 0; word < words; word++) {
      System.arraycopy(rows[word], 0, table, word * Learned.WIDTH, Learned.WIDTH);
    }
    Tensor dense = Tensor.constant(table, words, Learned.WIDTH);
    int king = Planted.number("king");
    out.printf("%d words; king is number %d%n%n", words, king);
    boolean same = Arrays.equals(product(king, dense), lookUp(king, dense));
    out.printf("one-hot king times the table is row %d of it, to the bit: %s%n", king, same);
    out.printf("  as a product: %d multiplications; as a look-up: none%n%n", table.length);
    print(out, "cosines, one-hot", new Vectors(Planted.WORDS, table(words)));
    print(
        out,
        "cosines, dense (%d numbers)".formatted(Learned.WIDTH),
        new Vectors(Planted.WORDS, rows));
    return 0;
  }

  /// All zeros, and one at the number of the word.
  static float[] vector(int word, int words) {
    float[] vector = new float[words];
    vector[word] = 1;
    return vector;
  }

  static float[][] table(int words) {
    float[][] table = new float[words][];
    for (int word = 0; word < words; word++) {
      table[word] = vector(word, words);
    }
    return table;
  }

  /// The one-hot vector of a word times a table.
  static float[] product(int word, Tensor table) {
    int words = table.size(0);
    Tensor one = Tensor.constant(vector(word, words), 1, words);
    return new Tape(FloatKernels.best()).matmul(one, table).data();
  }

  /// The row of the table.
  static float[] lookUp(int word, Tensor table) {
    return new Tape(FloatKernels.best()).embedding(table, new int[] {word}).data();
  }

  private static void print(PrintStream out, String title, Vectors vectors) {
    out.println(title);
    for (String word : ASKED) {
      out.printf("  %-6s", word);
      for (String other : ASKED) {
        out.printf(Locale.ROOT, " %5.2f", vectors.cosine(word, other));
      }
      out.println();
    }
  }
}
