package workbook.kernels;

import workbook.exercise.Exercise;

/// The learner sees: `[the dot product of 1.0 with itself] expected: 1.0f but was: 0.0f`
///
/// The loop ends at the last whole group, and so does the method. It is right for every length that
/// is a multiple of 4, which are the lengths one tries.
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
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int i = 0; i + 4 <= x.length; i += 4) {
      s0 = Math.fma(x[i], y[i], s0);
      s1 = Math.fma(x[i + 1], y[i + 1], s1);
      s2 = Math.fma(x[i + 2], y[i + 2], s2);
      s3 = Math.fma(x[i + 3], y[i + 3], s3);
    }
    return (s0 + s2) + (s1 + s3);
  }
}
