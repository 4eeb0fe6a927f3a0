package workbook.statespace;

/// y[t] = sum over s of kernel[s] u[t - s], in two ways.
final class Convolution {

  private Convolution() {}

  /// By its definition: T²/2 products.
  static double[] direct(double[] kernel, double... u) {
    double[] y = new double[u.length];
    for (int t = 0; t < u.length; t++) {
      for (int s = 0; s <= t; s++) {
        y[t] += kernel[s] * u[t - s];
      }
    }
    return y;
  }

  /// By the Fourier transform, where a convolution is a product of as many numbers: T log T
  /// products. Both are padded with zeros to 2T, else the end of one would come round to its
  /// beginning.
  static double[] fourier(double[] kernel, double... u) {
    return circular(kernel, u, 2 * u.length);
  }

  /// @param length of the circle, up to the next power of two
  static double[] circular(double[] kernel, double[] u, int length) {
    int size = Math.max(1, Integer.highestOneBit(2 * length - 1));
    Complex k = Complex.of(kernel, size);
    Complex x = Complex.of(u, size);
    k.transform(false);
    x.transform(false);
    x.multiply(k);
    x.transform(true);
    double[] y = new double[u.length];
    System.arraycopy(x.re(), 0, y, 0, y.length);
    return y;
  }
}
