package workbook.embeddings;

import workbook.exercise.Exercise;

/// The learner sees: `of((1.0E30, 0), (1.0E30, 0)): expected 1.0000 but was NaN`
///
/// Float has no square of 1e30 but infinity, and infinity / infinity is not a number.
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
    float product = 0;
    float ofA = 0;
    float ofB = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
      ofA += a[i] * a[i];
      ofB += b[i] * b[i];
    }
    if (ofA == 0 || ofB == 0) {
      return 0;
    }
    return product / Math.sqrt(ofA * ofB);
  }
}
