package workbook.kernels;

import java.util.function.IntFunction;

/// Other kernels, on several threads: each takes a share of the elements, of the rows, of the
/// products. Which one computes an element changes nothing in how it is computed, so the bits do
/// not depend on the number of threads.
///
/// What is too small to be worth the hand-over stays on the calling thread. One caller at a time.
public final class ParallelKernels implements FloatKernels {

  /// Multiply-adds, or elements, below which one thread is as fast.
  private static final long SMALL_PRODUCT = 200_000;

  private static final int SMALL_RANGE = 16_384;

  /// Rows of a share are a multiple of it, so that only the last share has tiles that are not full.
  private static final int STEP = 32;

  private final FloatKernels kernels;
  private final Team team;

  public ParallelKernels(FloatKernels kernels, Team team) {
    this.kernels = kernels;
    this.team = team;
  }

  @Override
  public void addProduct(Matrix a, Matrix b, Matrix c) {
    share(kernels::addProduct, a, b, c);
  }

  @Override
  public void product(Matrix a, Matrix b, Matrix c) {
    share(kernels::product, a, b, c);
  }

  private void share(Product product, Matrix a, Matrix b, Matrix c) {
    Multiplication.check(a, b, c);
    if (work(a, c) < SMALL_PRODUCT) {
      product.of(a, b, c);
    } else if (c.rows() >= c.columns()) {
      share(c.rows(), STEP, (from, to) -> product.of(a.rows(from, to), b, c.rows(from, to)));
    } else {
      share(
          c.columns(), STEP, (from, to) -> product.of(a, b.columns(from, to), c.columns(from, to)));
    }
  }

  private static long work(Matrix a, Matrix c) {
    return (long) c.rows() * c.columns() * a.columns();
  }

  @Override
  public void addProducts(
      int count, IntFunction<Matrix> a, IntFunction<Matrix> b, IntFunction<Matrix> c) {
    shareAll(kernels::addProducts, count, a, b, c);
  }

  @Override
  public void products(
      int count, IntFunction<Matrix> a, IntFunction<Matrix> b, IntFunction<Matrix> c) {
    shareAll(kernels::products, count, a, b, c);
  }

  private void shareAll(
      Products products,
      int count,
      IntFunction<Matrix> a,
      IntFunction<Matrix> b,
      IntFunction<Matrix> c) {
    if (count > 0 && count * work(a.apply(0), c.apply(0)) >= SMALL_PRODUCT) {
      share(
          count,
          1,
          (from, to) ->
              products.of(
                  to - from,
                  i -> a.apply(from + i),
                  i -> b.apply(from + i),
                  i -> c.apply(from + i)));
    } else {
      products.of(count, a, b, c);
    }
  }

  @Override
  public void each(int count, long work, Work body) {
    if (work < SMALL_RANGE) {
      body.on(kernels, 0, count);
    } else {
      share(count, 1, (from, to) -> body.on(kernels, from, to));
    }
  }

  /// On the calling thread: the memory is the limit.
  @Override
  public void copy(Matrix from, Matrix to) {
    kernels.copy(from, to);
  }

  @Override
  public void exp(float[] x, float[] y, int from, int to) {
    elements(from, to, (start, end) -> kernels.exp(x, y, start, end));
  }

  @Override
  public void tanh(float[] x, float[] y, int from, int to) {
    elements(from, to, (start, end) -> kernels.tanh(x, y, start, end));
  }

  @Override
  public void sigmoid(float[] x, float[] y, int from, int to) {
    elements(from, to, (start, end) -> kernels.sigmoid(x, y, start, end));
  }

  @Override
  public void gelu(float[] x, float[] y, int from, int to) {
    elements(from, to, (start, end) -> kernels.gelu(x, y, start, end));
  }

  @Override
  public void gelu(float[] x, float[] y, float[] slope, int from, int to) {
    elements(from, to, (start, end) -> kernels.gelu(x, y, slope, start, end));
  }

  /// On the calling thread: one sum has one order.
  @Override
  public float sum(float[] x, int from, int to) {
    return kernels.sum(x, from, to);
  }

  /// On the calling thread, as [#sum].
  @Override
  public float dot(float[] x, int xFrom, float[] y, int yFrom, int count) {
    return kernels.dot(x, xFrom, y, yFrom, count);
  }

  @Override
  public void softmax(float[] x, float[] y, int columns, int fromRow, int toRow) {
    rows(columns, fromRow, toRow, (from, to) -> kernels.softmax(x, y, columns, from, to));
  }

  @Override
  public void layerNorm(
      float[] x, float[] gain, float[] bias, float epsilon, float[] y, int fromRow, int toRow) {
    rows(
        gain.length,
        fromRow,
        toRow,
        (from, to) -> kernels.layerNorm(x, gain, bias, epsilon, y, from, to));
  }

  @Override
  public void layerNormGradient(
      float[] x,
      float[] gain,
      float epsilon,
      float[] dy,
      float[] z,
      float[] dx,
      boolean anew,
      int fromRow,
      int toRow) {
    rows(
        gain.length,
        fromRow,
        toRow,
        (from, to) -> kernels.layerNormGradient(x, gain, epsilon, dy, z, dx, anew, from, to));
  }

  private void elements(int from, int to, Share share) {
    rows(1, from, to, share);
  }

  private void rows(int columns, int from, int to, Share share) {
    int count = to - from;
    each(count, (long) count * columns, (_, first, end) -> share.take(from + first, from + end));
  }

  /// Gives each member its share of 0 to `count - 1`, in whole steps as far as they go.
  private void share(int count, int step, Share share) {
    long steps = Math.ceilDiv(count, step);
    team.run(member -> {
      int from = (int) Math.min(count, steps * member / team.size() * step);
      int to = (int) Math.min(count, steps * (member + 1) / team.size() * step);
      if (from < to) {
        share.take(from, to);
      }
    });
  }

  /// c = a·b or c += a·b.
  @FunctionalInterface
  private interface Product {
    void of(Matrix a, Matrix b, Matrix c);
  }

  /// The same for each number below `count`.
  @FunctionalInterface
  private interface Products {
    void of(int count, IntFunction<Matrix> a, IntFunction<Matrix> b, IntFunction<Matrix> c);
  }

  @FunctionalInterface
  private interface Share {
    void take(int from, int to);
  }
}
