package workbook.embeddings;

import workbook.exercise.Exercise;

/// The sums are in double: the square of 1e30 is beyond every float. One root of the product does
/// what two roots would.
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
    if (ofA == 0 || ofB == 0) {
      return 0;
    }
    return product / Math.sqrt(ofA * ofB);
  }
}
