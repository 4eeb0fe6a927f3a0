package workbook.embeddings;

import workbook.exercise.Todo;

/// How alike are two vectors?
final class Cosine {

  private Cosine() {}

  /// The cosine of the angle between two vectors: 1 if they point the same way, 0 if they are at
  /// right angles, -1 if they point away from each other. How long they are does not matter. If one
  /// of them is 0 it points nowhere, and the cosine is 0.
  ///
  /// `of((3, 4), (4, 3))` is 0.96.
  ///
  /// @param a any finite numbers, which stay as they are
  /// @param b as many
  /// @return right to 1e-12
  static double of(float[] a, float[] b) {
    return Todo.todo("embeddings/1");
  }
}
