package workbook.embeddings;

/// The 0.001 is for a word that points straight away from a: without it, that would be the answer
/// to every question.
final class Multiplied {

  private Multiplied() {}

  static int answer(double[][] vectors, int a, int b, int c) {
    int answer = -1;
    double best = Double.NEGATIVE_INFINITY;
    for (int word = 0; word < vectors.length; word++) {
      if (word != a && word != b && word != c) {
        double score =
            likeness(vectors[word], vectors[b])
                * likeness(vectors[word], vectors[c])
                / (likeness(vectors[word], vectors[a]) + 0.001);
        if (score > best) {
          best = score;
          answer = word;
        }
      }
    }
    return answer;
  }

  private static double likeness(double[] x, double[] y) {
    double product = 0;
    for (int i = 0; i < x.length; i++) {
      product += x[i] * y[i];
    }
    return (1 + product) / 2;
  }
}
