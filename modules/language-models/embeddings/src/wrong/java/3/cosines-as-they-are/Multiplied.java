package workbook.embeddings;

import workbook.exercise.Exercise;

/// The learner sees: `100°, 30°, -30°, 0°, 179°: expected the 0° but was the 179°`
///
/// The product of two negative cosines is positive, and so a word that is like neither wins.
@Exercise(
    id = "embeddings/3",
    title = "An analogy by multiplication",
    hints = {
      "b - a + c looks for a word whose cosines with b and c add up to much, less that with"
          + " a. One large cosine makes up for a small one there. In a product it does not.",
      "Two negative cosines have a positive product. What moves all cosines from -1 … 1 to "
          + "0 … 1?",
      "With s(x, y) = (1 + cos(x, y)) / 2 the answer is the word x other than a, b and c "
          + "with the largest s(x, b) · s(x, c) / (s(x, a) + 0.001)."
    })
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
    return product;
  }
}
