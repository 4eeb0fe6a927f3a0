package workbook.autograd;

import java.util.function.IntFunction;
import workbook.kernels.Matrix;

/// Products of matrices.
///
/// The last two axes are a matrix. If `b` has no others, it serves for all matrices of `a`, as the
/// weights of a layer serve for every sequence of a batch; else both have the same axes before
/// these two, and the matrices are multiplied pair by pair.
public interface Products extends Operations {

  /// C = A·B. On the way back dA += dC·Bᵀ and dB += Aᵀ·dC.
  default Tensor matmul(Tensor a, Tensor b) {
    Pairs pairs = Pairs.of("matmul", a, b, false);
    Tensor c = outputToSet("matmul", shape(a, pairs), a, b);
    int n = pairs.count();
    IntFunction<Matrix> as = matrices(a.data(), pairs.rows(), pairs.inner());
    IntFunction<Matrix> bs = matrices(b.data(), pairs.inner(), pairs.columns());
    products(true, n, as, bs, matrices(c.data(), pairs.rows(), pairs.columns()));
    c.onBackward(() -> {
      IntFunction<Matrix> dcs = matrices(c.gradient(), pairs.rows(), pairs.columns());
      addTo(a, pairs.rows(), pairs.inner(), n, dcs, i -> bs.apply(i).transposed());
      addTo(b, pairs.inner(), pairs.columns(), n, i -> as.apply(i).transposed(), dcs);
    });
    return c;
  }

  /// C = A·Bᵀ. On the way back dA += dC·B and dB += dCᵀ·A.
  default Tensor matmulTransposed(Tensor a, Tensor b) {
    Pairs pairs = Pairs.of("matmulTransposed", a, b, true);
    Tensor c = outputToSet("matmulTransposed", shape(a, pairs), a, b);
    int n = pairs.count();
    IntFunction<Matrix> as = matrices(a.data(), pairs.rows(), pairs.inner());
    IntFunction<Matrix> bs = matrices(b.data(), pairs.columns(), pairs.inner());
    IntFunction<Matrix> cs = matrices(c.data(), pairs.rows(), pairs.columns());
    products(true, n, as, i -> bs.apply(i).transposed(), cs);
    c.onBackward(() -> {
      IntFunction<Matrix> dcs = matrices(c.gradient(), pairs.rows(), pairs.columns());
      addTo(a, pairs.rows(), pairs.inner(), n, dcs, bs);
      addTo(b, pairs.columns(), pairs.inner(), n, i -> dcs.apply(i).transposed(), as);
    });
    return c;
  }

  private static int[] shape(Tensor a, Pairs pairs) {
    return Shape.with(a.shape(), a.axes() - 1, pairs.columns());
  }

  /// The matrices that lie one behind the other in an array.
  private static IntFunction<Matrix> matrices(float[] data, int rows, int columns) {
    return i -> new Matrix(data, i * rows * columns, rows, columns, columns, 1);
  }

  /// Adds products to the gradient of `x`, if it has one.
  private void addTo(
      Tensor x, int rows, int columns, int count, IntFunction<Matrix> a, IntFunction<Matrix> b) {
    if (x.hasGradient()) {
      boolean first = x.takesFirst();
      products(first, count, a, b, matrices(x.gradient(), rows, columns));
    }
  }

  /// @param anew whether the products take the place of what is in `c`, and are not added to it
  private void products(
      boolean anew,
      int count,
      IntFunction<Matrix> a,
      IntFunction<Matrix> b,
      IntFunction<Matrix> c) {
    if (count == 1 && anew) {
      kernels().product(a.apply(0), b.apply(0), c.apply(0));
    } else if (count == 1) {
      kernels().addProduct(a.apply(0), b.apply(0), c.apply(0));
    } else if (anew) {
      kernels().products(count, a, b, c);
    } else {
      kernels().addProducts(count, a, b, c);
    }
  }
}
