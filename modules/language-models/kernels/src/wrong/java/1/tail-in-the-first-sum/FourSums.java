package workbook.kernels;

import workbook.exercise.Exercise;

/// The learner sees: `[1 is element 5, and must be in the partial sum 1, beside 2^24 in the partial
/// sum 0] expected: 1.0f but was: 0.0f`
///
/// What is left over is added to the first sum. Nothing is lost, but the order is another one, and
/// so are the bits.
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
    float[] s = new float[4];
    int i = 0;
    for (; i + 4 <= x.length; i += 4) {
      for (int lane = 0; lane < 4; lane++) {
        s[lane] = Math.fma(x[i + lane], y[i + lane], s[lane]);
      }
    }
    for (; i < x.length; i++) {
      s[0] = Math.fma(x[i], y[i], s[0]);
    }
    return (s[0] + s[2]) + (s[1] + s[3]);
  }
}
