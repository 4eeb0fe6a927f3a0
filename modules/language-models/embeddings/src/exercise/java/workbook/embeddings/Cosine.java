package workbook.embeddings;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// How alike are two vectors?
@Exercise(
    id = "embeddings/1",
    title = "Cosine similarity",
    hints = {
      "The cosine of the angle between two vectors is their product, divided by both "
          + "lengths. What is the length of a vector?",
      "A vector of zeros has the length 0, and 0 / 0 is not a number. What is to come out?",
      "Add up a·b, a·a and b·b, in double, for the square of a large float is not a float "
          + "any more; return 0 if one of the last two is 0, and else a·b / sqrt(a·a · b·b)."
    })
final class Cosine {

  private Cosine() {}

  /// The cosine of the angle between two vectors: 1 if they point the same way, 0 if they are at
  /// right angles, -1 if they point away from each other. How long they are does not matter. If one
  /// of them is 0 it points nowhere, and the cosine is 0.
  ///
  /// `of((3, 4), (4, 3))` is 0.96.
  ///
  /// @param a any finite numbers
  /// @param b as many
  static double of(float[] a, float[] b) {
    return Todo.todo("embeddings/1");
  }
}
