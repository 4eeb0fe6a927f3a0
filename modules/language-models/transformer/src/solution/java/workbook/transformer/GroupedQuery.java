package workbook.transformer;

/// A head and its neighbours are a group of q.length / k.length, so dividing by that gives the
/// group's number. Files of published models rely on this order.
final class GroupedQuery {

  private GroupedQuery() {}

  static double[][][] attend(double[][][] q, double[][][] k, double[][][] v) {
    if (q.length % k.length != 0) {
      throw new IllegalArgumentException(
          "%d heads of queries cannot share %d heads of keys evenly".formatted(q.length, k.length));
    }
    int group = q.length / k.length;
    double[][][] found = new double[q.length][][];
    for (int head = 0; head < q.length; head++) {
      found[head] = head(q[head], k[head / group], v[head / group]);
    }
    return found;
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
