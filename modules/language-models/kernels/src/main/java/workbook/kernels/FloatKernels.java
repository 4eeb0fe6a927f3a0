package workbook.kernels;

import java.util.Arrays;
import java.util.function.IntFunction;

/// The arithmetic of training: products of matrices, functions of every element, and what is done
/// to rows.
///
/// All implementations give the same bits, on every machine and for every number of threads: the
/// order of each sum is part of the contract. A product takes its terms in the order of k, each by
/// one [Math#fma]; a row is summed as [Lanes] says; a function is that of [Elementary]. Where a NaN
/// comes out, its payload may differ.
///
/// Functions go from the elements `from` to `to - 1` of `x` to the same elements of `y`, which may
/// be the same array.
public sealed interface FloatKernels extends Multiplication
    permits ScalarKernels, VectorKernels, ParallelKernels {

  /// The fastest there is on one thread. Without the module `jdk.incubator.vector` these are plain
  /// loops, and a line on standard error says so, once.
  static FloatKernels best() {
    return Best.KERNELS;
  }

  /// c = a·b.
  ///
  /// @throws IllegalArgumentException if the sizes do not fit; it names all three
  default void product(Matrix a, Matrix b, Matrix c) {
    Multiplication.check(a, b, c);
    for (int i = 0; i < c.rows(); i++) {
      if (c.right() == 1) {
        int start = c.at() + i * c.down();
        Arrays.fill(c.data(), start, start + c.columns(), 0);
      } else {
        for (int j = 0; j < c.columns(); j++) {
          c.set(i, j, 0);
        }
      }
    }
    addProduct(a, b, c);
  }

  /// Copies a matrix to another that shares no element with it. To write the transpose of one, row
  /// by row, give `from.transposed()`.
  ///
  /// @throws IllegalArgumentException if the sizes differ
  default void copy(Matrix from, Matrix to) {
    if (from.rows() != to.rows() || from.columns() != to.columns()) {
      throw new IllegalArgumentException(
          "a matrix of %d x %d cannot be copied to one of %d x %d"
              .formatted(from.rows(), from.columns(), to.rows(), to.columns()));
    }
    for (int i = 0; i < to.rows(); i++) {
      for (int j = 0; j < to.columns(); j++) {
        to.set(i, j, from.get(i, j));
      }
    }
  }

  /// c(i) += a(i)·b(i) for each i from 0 to `count - 1`: a batch of products. No two of the results
  /// may share an element.
  default void addProducts(
      int count, IntFunction<Matrix> a, IntFunction<Matrix> b, IntFunction<Matrix> c) {
    for (int i = 0; i < count; i++) {
      addProduct(a.apply(i), b.apply(i), c.apply(i));
    }
  }

  /// c(i) = a(i)·b(i) for each i: as [#addProducts], in place of what the results held.
  default void products(
      int count, IntFunction<Matrix> a, IntFunction<Matrix> b, IntFunction<Matrix> c) {
    for (int i = 0; i < count; i++) {
      product(a.apply(i), b.apply(i), c.apply(i));
    }
  }

  /// Does something for each number from 0 to `count - 1`, in no order: what is done for one must
  /// not depend on another.
  ///
  /// @param work how many elements are gone through in all: a little is not worth sharing
  default void each(int count, long work, Work body) {
    body.on(this, 0, count);
  }

  /// What is done for the numbers `from` to `to - 1`.
  @FunctionalInterface
  interface Work {

    /// @param kernels to do it with, on one thread
    void on(FloatKernels kernels, int from, int to);
  }

  /// y = e^x, with a relative error of less than 1.2e-7 where the result is a normal number.
  void exp(float[] x, float[] y, int from, int to);

  /// y = tanh x, with a relative error of less than 2e-7.
  void tanh(float[] x, float[] y, int from, int to);

  /// y = 1 / (1 + e^-x), with a relative error of less than 3e-7 where the result is a normal
  /// number.
  void sigmoid(float[] x, float[] y, int from, int to);

  /// y = x Phi(x), where Phi is the distribution function of the standard normal: the exact GELU.
  /// The error is less than 2e-7 * max(1, |x|). At minus infinity it is NaN.
  void gelu(float[] x, float[] y, int from, int to);

  /// The same, and beside it the derivative `slope` = Phi(x) + x phi(x), with an error of less than
  /// 5e-7: what is dear to compute is in both.
  void gelu(float[] x, float[] y, float[] slope, int from, int to);

  /// The sum of the elements `from` to `to - 1`, in the order of [Lanes].
  float sum(float[] x, int from, int to);

  /// The sum of `x[xFrom + i] * y[yFrom + i]` for i from 0 to `count - 1`, in the order of [Lanes].
  float dot(float[] x, int xFrom, float[] y, int yFrom, int count);

  /// The softmax of each row from `fromRow` to `toRow - 1`: e^x, divided by the row's sum of them.
  /// The row's largest element is taken off first, so that no e^x overflows. A row that holds a
  /// NaN, or plus infinity, or nothing but minus infinity, becomes NaN.
  void softmax(float[] x, float[] y, int columns, int fromRow, int toRow);

  /// Brings each row to mean 0 and variance 1, then scales and shifts it, column by column: `(x -
  /// mean) / sqrt(variance + epsilon) * gain + bias`. The variance is the mean of the squares
  /// (divided by n, not n - 1). A row has as many columns as `gain`.
  void layerNorm(
      float[] x, float[] gain, float[] bias, float epsilon, float[] y, int fromRow, int toRow);

  /// The way back through [#layerNorm] to `x`. With z = (x - mean) / deviation and dz = dy * gain,
  /// `dx = (dz - mean(dz) - z * mean(dz * z)) / deviation`.
  ///
  /// @param dy the gradient of what came out
  /// @param z where the rows are written that have mean 0 and variance 1, for a gradient of `gain`
  /// @param dx the gradient
  /// @param anew whether it takes the place of what is in `dx`, and is not added to it
  void layerNormGradient(
      float[] x,
      float[] gain,
      float epsilon,
      float[] dy,
      float[] z,
      float[] dx,
      boolean anew,
      int fromRow,
      int toRow);
}
