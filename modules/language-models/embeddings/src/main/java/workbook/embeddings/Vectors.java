package workbook.embeddings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Words as vectors of length 1. The cosine of the angle between two is then their product.
public final class Vectors {

  /// @param cosine how alike it is, from -1 to 1
  record Neighbour(String word, double cosine) {}

  private final List<String> words;
  private final double[][] rows;

  /// @param rows a vector for each word
  /// @throws IllegalArgumentException if one is 0: it points nowhere
  Vectors(List<String> words, float[][] rows) {
    this.words = words;
    this.rows = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      double[] row = new double[rows[i].length];
      for (int j = 0; j < row.length; j++) {
        row[j] = rows[i][j];
      }
      double length = Math.sqrt(product(row, row));
      if (length == 0) {
        throw new IllegalArgumentException("the vector of '%s' is 0".formatted(words.get(i)));
      }
      for (int j = 0; j < row.length; j++) {
        row[j] /= length;
      }
      this.rows[i] = row;
    }
  }

  double[] of(String word) {
    int number = words.indexOf(word);
    if (number < 0) {
      throw new IllegalArgumentException("there is no vector for '%s'".formatted(word));
    }
    return rows[number];
  }

  double cosine(String word, String other) {
    return product(of(word), of(other));
  }

  /// The words whose vectors point most nearly where one points, nearest first.
  ///
  /// @param without words that are not to be found
  List<Neighbour> nearest(double[] vector, int count, Collection<String> without) {
    double length = Math.sqrt(product(vector, vector));
    return IntStream.range(0, rows.length)
        .filter(i -> !without.contains(words.get(i)))
        .mapToObj(i -> new Neighbour(words.get(i), product(rows[i], vector) / length))
        .sorted(Comparator.comparingDouble(Neighbour::cosine).reversed())
        .limit(count)
        .toList();
  }

  List<Neighbour> neighbours(String word, int count) {
    return nearest(of(word), count, Set.of(word));
  }

  /// `a` is to `b` as `c` is to what? The vector b - a + c points near it.
  double[] analogy(String a, String b, String c) {
    double[] vector = new double[rows[0].length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = of(b)[i] - of(a)[i] + of(c)[i];
    }
    return vector;
  }

  static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
