package workbook.statespace;

import java.util.Arrays;

/// Attention and what may take its place, for one head or as many channels, with every product of
/// two numbers counted as it is made.
final class Counted {

  private long products;

  /// How many were made.
  long products() {
    return products;
  }

  private double times(double a, double b) {
    products++;
    return a * b;
  }

  private double dot(double[] x, double... y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += times(x[i], y[i]);
    }
    return sum;
  }

  /// Causal attention, a query at a time, with all keys and values of the past at hand.
  double[][] attention(double[][] q, double[][] k, double[][] v) {
    double[][] y = new double[q.length][v[0].length];
    for (int t = 0; t < q.length; t++) {
      double[] weights = new double[t + 1];
      double sum = 0;
      for (int s = 0; s <= t; s++) {
        weights[s] = StrictMath.exp(dot(q[t], k[s]) / Math.sqrt(q[t].length));
        sum += weights[s];
      }
      for (int s = 0; s <= t; s++) {
        for (int i = 0; i < y[t].length; i++) {
          y[t][i] += times(weights[s] / sum, v[s][i]);
        }
      }
    }
    return y;
  }

  /// [Retention], step by step: S = γ S + k vᵀ, y = qᵀ S.
  double[][] retention(double gamma, double[][] q, double[][] k, double[][] v) {
    double[][] state = new double[k[0].length][v[0].length];
    double[][] y = new double[q.length][v[0].length];
    for (int t = 0; t < q.length; t++) {
      for (int i = 0; i < state.length; i++) {
        for (int j = 0; j < state[i].length; j++) {
          state[i][j] = times(gamma, state[i][j]) + times(k[t][i], v[t][j]);
          y[t][j] += times(q[t][i], state[i][j]);
        }
      }
    }
    return y;
  }

  /// [Selective], a channel at a time.
  double[] mamba(double[] a, double[] u, double[] delta, double[][] b, double[][] c) {
    double[] h = new double[a.length];
    double[] y = new double[u.length];
    for (int t = 0; t < u.length; t++) {
      double x = times(delta[t], u[t]);
      for (int n = 0; n < h.length; n++) {
        double decay = StrictMath.exp(times(delta[t], a[n]));
        h[n] = times(decay, h[n]) + times(b[t][n], x);
        y[t] += times(c[t][n], h[n]);
      }
    }
    return y;
  }

  /// A long convolution of one channel by FFT, as [Convolution#fourier]. A product of complex
  /// numbers is four of real ones.
  double[] convolution(double[] kernel, double... u) {
    int size = Integer.highestOneBit(4 * u.length - 1);
    Complex k = Complex.of(kernel, size);
    Complex x = Complex.of(u, size);
    products += 4L * (k.transform(false) + x.transform(false) + x.multiply(k) + x.transform(true));
    return Arrays.copyOf(x.re(), u.length);
  }
}
