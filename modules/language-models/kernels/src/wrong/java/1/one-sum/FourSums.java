package workbook.kernels;

import workbook.exercise.Exercise;

/// The learner sees: `[1 is element 1, and must not meet 2^24 before -2^24 has] expected: 1.0f but
/// was: 0.0f`
///
/// The sum from left to right. Each addition waits for the one before it, and 2^24 swallows the 1.
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

  static float dot(float[] x, float[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException("lengths differ");
    }
    float sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum = Math.fma(x[i], y[i], sum);
    }
    return sum;
  }
}
