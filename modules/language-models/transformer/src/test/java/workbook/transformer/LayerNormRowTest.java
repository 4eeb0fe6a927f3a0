package workbook.transformer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "transformer/2",
    title = "Layer normalisation",
    hints = {
      "Three loops over the row: its mean, its variance, its result.",
      "The variance is the mean of the squares (x - mean)²: divided by n, not by n - 1.",
      "mean = Σ x / n; variance = Σ (x - mean)² / n; y = (x - mean) / √(variance + epsilon) · gain "
          + "+ bias, in doubles and in a new array."
    },
    chinese =
        @Exercise.Chinese(
            title = "层归一化",
            hints = {
              "对这一行循环三遍：均值、方差、结果。",
              "方差是 (x - 均值)² 的平均：除以 n，不是 n - 1。",
              "mean = Σ x / n；variance = Σ (x - mean)² / n；y = (x - mean) / √(variance + epsilon) · "
                  + "gain + bias；用 double 计算，写入新数组。"
            }))
@DisplayName("Exercise 2: layer normalisation")
class LayerNormRowTest {

  private static final double[] ONES = {1, 1, 1, 1};
  private static final double[] ZEROS = {0, 0, 0, 0};

  /// Mean 0, variance (9 + 1 + 1 + 9) / 4 = 5; with an epsilon of 4 the root is 3.
  @Test
  @DisplayName("the variance is divided by n, and epsilon is under the root")
  void byHand() {
    Rows.assertRow(
        "-3 -1 1 3, epsilon 4",
        new double[] {-1, -1 / 3.0, 1 / 3.0, 1},
        LayerNormRow.of(new double[] {-3, -1, 1, 3}, ONES, ZEROS, 4));
  }

  @Test
  @DisplayName("gain and bias come last, column by column")
  void gain() {
    Rows.assertRow(
        "-3 -1 1 3, epsilon 4, gain 3 6 9 12, bias 1 2 3 4",
        new double[] {-2, 0, 6, 16},
        LayerNormRow.of(
            new double[] {-3, -1, 1, 3}, new double[] {3, 6, 9, 12}, new double[] {1, 2, 3, 4}, 4));
  }

  /// What PyTorch 2.13 gives in float64, to six decimals.
  @Test
  @DisplayName("1 2 3 4 as PyTorch computes it")
  void pytorch() {
    Rows.assertNear(
        "1 2 3 4, epsilon 0.00001",
        new double[] {-1.341635, -.447212, .447212, 1.341635},
        LayerNormRow.of(new double[] {1, 2, 3, 4}, ONES, ZEROS, 1e-5),
        1e-6);
  }

  @Test
  @DisplayName("adding 100,000 to a whole row changes nothing")
  void far() {
    double[] x = {1e5 - .0003, 1e5 - .0001, 1e5 + .0001, 1e5 + .0003};
    // Variance 5e-8, epsilon 4e-8: root 3e-4. The numbers of the row themselves are right to 1e-11.
    Rows.assertNear(
        "100000 - 0.0003, - 0.0001, + 0.0001, + 0.0003, epsilon 4e-8",
        new double[] {-1, -1 / 3.0, 1 / 3.0, 1},
        LayerNormRow.of(x, ONES, ZEROS, 4e-8),
        1e-6);
  }

  @Test
  @DisplayName("x stays as it is")
  void untouched() {
    double[] x = {-3, -1, 1, 3};
    LayerNormRow.of(x, ONES, ZEROS, 4);
    Rows.assertRow("x, -3 -1 1 3, afterwards", new double[] {-3, -1, 1, 3}, x);
  }
}
