package workbook.statespace;

import java.util.Arrays;

/// As many complex numbers as a power of two.
record Complex(double[] re, double[] im) {

  /// Real numbers, and zeros behind them.
  static Complex of(double[] numbers, int size) {
    return new Complex(Arrays.copyOf(numbers, size), new double[size]);
  }

  /// Multiplies each by the other's of the same index.
  ///
  /// @return how many products of complex numbers that took
  int multiply(Complex other) {
    for (int i = 0; i < re.length; i++) {
      double real = re[i] * other.re[i] - im[i] * other.im[i];
      im[i] = re[i] * other.im[i] + im[i] * other.re[i];
      re[i] = real;
    }
    return re.length;
  }

  /// The discrete Fourier transform in place (Cooley and Tukey, 1965): those of the even and of the
  /// odd elements, put together.
  ///
  /// @param back whether it is the inverse, which undoes it
  /// @return how many products of complex numbers that took
  int transform(boolean back) {
    int n = re.length;
    int products = 0;
    for (int i = 0; i < n; i++) {
      int j = n == 1 ? 0 : Integer.reverse(i) >>> Integer.numberOfLeadingZeros(n - 1);
      if (i < j) {
        swap(i, j);
      }
    }
    for (int half = 1; half < n; half *= 2) {
      for (int k = 0; k < half; k++) {
        double angle = (back ? 1 : -1) * StrictMath.PI * k / half;
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        for (int i = k; i < n; i += 2 * half) {
          butterfly(i, i + half, cos, sin);
          products++;
        }
      }
    }
    for (int i = 0; i < n && back; i++) {
      re[i] /= n;
      im[i] /= n;
    }
    return products;
  }

  private void butterfly(int i, int j, double cos, double sin) {
    double real = cos * re[j] - sin * im[j];
    double imaginary = cos * im[j] + sin * re[j];
    re[j] = re[i] - real;
    im[j] = im[i] - imaginary;
    re[i] += real;
    im[i] += imaginary;
  }

  private void swap(int i, int j) {
    double real = re[i];
    double imaginary = im[i];
    re[i] = re[j];
    im[i] = im[j];
    re[j] = real;
    im[j] = imaginary;
  }
}
