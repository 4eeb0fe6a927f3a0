package workbook.kernels;

import workbook.exercise.Todo;

/// Half of a symmetric product: a·aᵀ is its own transpose, so half of it need not be computed.
final class Symmetric {

  private Symmetric() {}

  /// The product a·aᵀ as a new matrix, computed by `multiplication`, which is asked for little more
  /// than half of it: for n rows, at most n * (n + 64) / 2 of the n * n elements.
  ///
  /// The result equals its transpose, bit by bit, and has the bits that `multiplication` gives.
  static Matrix square(Matrix a, Multiplication multiplication) {
    return Todo.todo("kernels/5");
  }
}
