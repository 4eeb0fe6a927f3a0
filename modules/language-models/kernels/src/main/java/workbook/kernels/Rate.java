package workbook.kernels;

import java.util.SplittableRandom;

/// How fast a product is. The best of many runs counts: others on the machine can make one slower,
/// and never faster.
///
/// @param form which side is transposed: `ab`, `a'b` or `ab'`
record Rate(String form, int m, int k, int n) {

  /// Measures until no run has been faster for so many seconds.
  ///
  /// @return the shortest time that one product took, in nanoseconds
  long fastest(Multiplication multiplication, double seconds) {
    SplittableRandom random = new SplittableRandom(1);
    Matrix a = form.equals("a'b") ? random(random, k, m).transposed() : random(random, m, k);
    Matrix b = form.equals("ab'") ? random(random, n, k).transposed() : random(random, k, n);
    Matrix c = Matrix.zeros(m, n);
    long fastest = Long.MAX_VALUE;
    long patience = (long) (seconds * 1e9);
    long end = System.nanoTime() + patience;
    long now;
    do {
      long start = System.nanoTime();
      multiplication.addProduct(a, b, c);
      now = System.nanoTime();
      if (now - start < fastest) {
        fastest = now - start;
        end = now + patience;
      }
    } while (now < end);
    return fastest;
  }

  /// Operations in a nanosecond, which are thousand millions in a second: GF/s.
  double of(long nanoseconds) {
    return 2.0 * m * k * n / nanoseconds;
  }

  private static Matrix random(SplittableRandom random, int rows, int columns) {
    Matrix matrix = Matrix.zeros(rows, columns);
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = random.nextFloat() - 0.5f;
    }
    return matrix;
  }
}
