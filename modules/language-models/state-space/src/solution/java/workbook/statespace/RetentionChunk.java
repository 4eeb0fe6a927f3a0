package workbook.statespace;

/// Place t of the chunk sees the state from before decayed t + 1 times, and key s decayed t - s
/// times. No place waits for another.
record RetentionChunk(double[][] outputs, double[][] state) {

  static RetentionChunk of(
      double gamma, double[][] state, double[][] q, double[][] k, double[][] v) {
    int size = q.length;
    double[][] outputs = new double[size][state[0].length];
    for (int t = 0; t < size; t++) {
      addTimes(outputs[t], Math.pow(gamma, t + 1), q[t], state);
      for (int s = 0; s <= t; s++) {
        double score = 0;
        for (int i = 0; i < q[t].length; i++) {
          score += q[t][i] * k[s][i];
        }
        addRow(outputs[t], Math.pow(gamma, t - s) * score, v[s]);
      }
    }
    double[][] after = new double[state.length][state[0].length];
    for (int i = 0; i < after.length; i++) {
      addRow(after[i], Math.pow(gamma, size), state[i]);
      for (int s = 0; s < size; s++) {
        addRow(after[i], Math.pow(gamma, size - 1 - s) * k[s][i], v[s]);
      }
    }
    return new RetentionChunk(outputs, after);
  }

  private static void addTimes(double[] row, double factor, double[] q, double[][] state) {
    for (int i = 0; i < q.length; i++) {
      addRow(row, factor * q[i], state[i]);
    }
  }

  private static void addRow(double[] row, double factor, double[] x) {
    for (int j = 0; j < row.length; j++) {
      row[j] += factor * x[j];
    }
  }
}
