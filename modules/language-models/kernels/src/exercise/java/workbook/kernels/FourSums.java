package workbook.kernels;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// Four sums instead of one: a processor can do four additions at once, if none waits for another.
@Exercise(
    id = "kernels/1",
    title = "Four sums instead of one",
    hints = {
      "Which addition does the next one have to wait for in `sum += x[i] * y[i]`? Which"
          + " would it not?",
      "Keep four sums, s0 to s3, and go through the arrays four elements at a time. How"
          + " many are left over at the end, and whose are they?",
      "for (i = 0; i + 4 <= n; i += 4) s0 = fma(x[i], y[i], s0) and so on. After the loop,"
          + " i is a multiple of 4: element i belongs to s0, i + 1 to s1, i + 2 to s2. Return (s0"
          + " + s2) + (s1 + s3)."
    })
final class FourSums {

  private FourSums() {}

  /// The sum of all `x[i] * y[i]`. Element i goes to the partial sum number i modulo 4, by one
  /// [Math#fma], in the order of i. The result is (s0 + s2) + (s1 + s3).
  ///
  /// @throws IllegalArgumentException if the arrays are not of the same length
  static float dot(float[] x, float[] y) {
    return Todo.todo("kernels/1");
  }
}
