package workbook.embeddings;

import workbook.exercise.Exercise;

/// The learner sees: `of((0, 0), (1, 2)): expected 0.0000 but was NaN`
///
/// 0 / 0. A word that was never seen makes every sum that it is in not a number.
@Exercise(
    id = "embeddings/1",
    title = "Cosine similarity",
    hints = {
      "The cosine of the angle between two vectors is their product, divided by both "
          + "lengths. What is the length of a vector?",
      "A vector of zeros has the length 0, and 0 / 0 is not a number. What is to come out?",
      "Add up a·b, a·a and b·b, in double, for the square of a large float is not a float "
          + "any more; return 0 if one of the last two is 0, and else a·b / sqrt(a·a · b·b)."
    })
final class Cosine {

  private Cosine() {}

  static double of(float[] a, float[] b) {
    double product = 0;
    double ofA = 0;
    double ofB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (double) a[i] * b[i];
      ofA += (double) a[i] * a[i];
      ofB += (double) b[i] * b[i];
    }
    return product / Math.sqrt(ofA * ofB);
  }
}
