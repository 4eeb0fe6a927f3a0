package workbook.transformer;

import workbook.exercise.Todo;

/// From multi-head attention to grouped-query attention.
final class GroupedQuery {

  private GroupedQuery() {}

  /// Multi-head attention: every head of queries has keys and values of its own.
  static double[][][] multiHead(double[][][] q, double[][][] k, double[][][] v) {
    double[][][] found = new double[q.length][][];
    for (int head = 0; head < q.length; head++) {
      found[head] = head(q[head], k[head], v[head]);
    }
    return found;
  }

  /// Grouped-query attention: there are fewer heads of keys and values, and neighbouring heads of
  /// queries share one. With 4 heads of queries and 2 of keys, the first two share the first. With
  /// as many of each it is multi-head attention, with one head of keys multi-query attention.
  ///
  /// @param q for each head a row for each place
  /// @param k the same, with as many heads as `v`
  /// @return for each head of queries a row for each place
  /// @throws IllegalArgumentException if the heads of queries cannot be shared out evenly
  static double[][][] attend(double[][][] q, double[][][] k, double[][][] v) {
    return Todo.todo("transformer/5");
  }

  /// Causal attention in one head.
  private static double[][] head(double[][] q, double[][] k, double[][] v) {
    double[][] found = new double[q.length][v[0].length];
    for (int i = 0; i < q.length; i++) {
      double sum = 0;
      for (int j = 0; j <= i; j++) {
        double score = 0;
        for (int c = 0; c < q[i].length; c++) {
          score += q[i][c] * k[j][c] / Math.sqrt(q[i].length);
        }
        double weight = Math.exp(score);
        sum += weight;
        for (int c = 0; c < v[j].length; c++) {
          found[i][c] += weight * v[j][c];
        }
      }
      for (int c = 0; c < found[i].length; c++) {
        found[i][c] /= sum;
      }
    }
    return found;
  }
}
