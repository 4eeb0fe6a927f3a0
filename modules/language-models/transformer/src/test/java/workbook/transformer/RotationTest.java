package workbook.transformer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "transformer/4",
    title = "Rotary position embedding (RoPE)",
    hints = {
      "d/2 pairs, each turned by an angle of its own. Which two elements make pair i?",
      "Pair i is elements i and i + d/2, its angle position · base^(-2i/d). Pair 0 turns by "
          + "position itself.",
      "For i below d/2: angle = position * Math.pow(base, -2.0 * i / d); y[i] = x[i] cos - x[i + "
          + "d/2] sin; y[i + d/2] = x[i + d/2] cos + x[i] sin, into a new array."
    },
    chinese =
        @Exercise.Chinese(
            title = "旋转位置编码（RoPE）",
            hints = {
              "共 d/2 对，每对按自己的角度旋转。第 i 对是哪两个元素？",
              "第 i 对是元素 i 和 i + d/2，角度为 position · base^(-2i/d)。第 0 对的角度就是 position。",
              "对小于 d/2 的 i：angle = position * Math.pow(base, -2.0 * i / d)；y[i] = x[i] cos - "
                  + "x[i + d/2] sin；y[i + d/2] = x[i + d/2] cos + x[i] sin，写入新数组。"
            }))
@DisplayName("Exercise 4: rotary position embedding (RoPE)")
class RotationTest {

  @Test
  @DisplayName("at position 0 nothing turns")
  void zero() {
    Rows.assertRow(
        "1 2 3 4 at position 0",
        new double[] {1, 2, 3, 4},
        Rotation.of(new double[] {1, 2, 3, 4}, 0, 10_000));
  }

  /// The first pair turns by 1 whatever the base.
  @Test
  @DisplayName("a single pair turns by the position")
  void pair() {
    Rows.assertRow(
        "1 0 at position 1",
        new double[] {Math.cos(1), Math.sin(1)},
        Rotation.of(new double[] {1, 0}, 1, 10_000));
    Rows.assertRow(
        "0 1 at position 3",
        new double[] {-Math.sin(3), Math.cos(3)},
        Rotation.of(new double[] {0, 1}, 3, 7));
  }

  /// What Hugging Face's formula gives in float64, to six decimals.
  @Test
  @DisplayName("1 2 3 4 as Hugging Face's LLaMA turns it")
  void known() {
    Rows.assertNear(
        "1 2 3 4 at position 1",
        new double[] {-1.984111, 1.959901, 2.462378, 4.019800},
        Rotation.of(new double[] {1, 2, 3, 4}, 1, 10_000),
        1e-6);
    Rows.assertNear(
        "1 2 3 4 at position 100",
        new double[] {2.381416, -2.285279, 2.080591, 3.844151},
        Rotation.of(new double[] {1, 2, 3, 4}, 100, 10_000),
        1e-6);
  }

  /// Of two pairs the second turns by 1 / √base.
  @Test
  @DisplayName("with another base the second pair turns by another angle")
  void base() {
    Rows.assertNear(
        "1 2 3 4 at position 1, base 100",
        new double[] {
          Math.cos(1) - 3 * Math.sin(1),
          2 * Math.cos(0.1) - 4 * Math.sin(0.1),
          3 * Math.cos(1) + Math.sin(1),
          4 * Math.cos(0.1) + 2 * Math.sin(0.1)
        },
        Rotation.of(new double[] {1, 2, 3, 4}, 1, 100),
        1e-12);
  }

  @Test
  @DisplayName("a product of two depends on their distance only")
  void distance() {
    double[] q = {1, 2, 3, 4, 5, 6};
    double[] k = {6, -5, 4, -3, 2, -1};
    double near = product(Rotation.of(q, 3, 100), Rotation.of(k, 1, 100));
    double far = product(Rotation.of(q, 103, 100), Rotation.of(k, 101, 100));
    Rows.assertRow("places 103 and 101 as 3 and 1", new double[] {near}, new double[] {far});
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  @DisplayName("x stays as it is")
  void untouched() {
    double[] x = {1, 2, 3, 4};
    Rotation.of(x, 1, 10_000);
    Rows.assertRow("x, 1 2 3 4, afterwards", new double[] {1, 2, 3, 4}, x);
  }
}
