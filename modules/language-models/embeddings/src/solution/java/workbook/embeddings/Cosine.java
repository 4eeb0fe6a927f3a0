package workbook.embeddings;

/// The sums are in double: the square of 1e30 is beyond every float. One root of the product does
/// what two roots would.
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
