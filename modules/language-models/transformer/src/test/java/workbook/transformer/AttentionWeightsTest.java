package workbook.transformer;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "transformer/3",
    title = "The weights of attention",
    hints = {
      "A score is the product of a query and a key, divided by something that depends on the width "
          + "d of both.",
      "Divide by √d, not by d. Then a softmax along the keys of each query: e to the power of the "
          + "score, divided by the sum of the row.",
      "score = q · k / Math.sqrt(d); take off the row's largest score; weight = e^score / Σ e^score "
          + "over the keys of this query."
    },
    chinese =
        @Exercise.Chinese(
            title = "注意力权重",
            hints = {
              "得分是查询与键的内积，再除以一个只取决于二者宽度 d 的数。",
              "除以 √d，不是 d。然后对每个查询沿着键做 softmax：e 的得分次幂，除以这一行的和。",
              "score = q · k / Math.sqrt(d)；减去这一行的最大得分；weight = e^score / Σ e^score，"
                  + "对该查询的所有键求和。"
            }))
@DisplayName("Exercise 3: the weights of attention")
class AttentionWeightsTest {

  /// d = 4. The products are 2 ln 3 and 0, the scores ln 3 and 0: weights 3 to 1.
  @Test
  @DisplayName("a score is divided by the root of the width")
  void scaled() {
    double a = Math.log(3) / 2;
    double[][] weights =
        AttentionWeights.of(
            new double[][] {{a, a, a, a}}, new double[][] {{1, 1, 1, 1}, {1, -1, 1, -1}});
    Rows.assertRow("width 4, products 2 ln 3 and 0", new double[] {.75, .25}, weights[0]);
  }

  /// d = 1: nothing is divided. Three keys, products ln 2, 0, 0: weights 2 to 1 to 1.
  @Test
  @DisplayName("it does not depend on the number of keys")
  void keys() {
    double[][] weights =
        AttentionWeights.of(new double[][] {{1}}, new double[][] {{Math.log(2)}, {0}, {0}});
    Rows.assertRow("width 1, products ln 2, 0, 0", new double[] {.5, .25, .25}, weights[0]);
  }

  /// Queries ln 3 and 0, keys 1 and 0: scores ln 3, 0 and 0, 0.
  @Test
  @DisplayName("each query's weights sum to 1")
  void rows() {
    double[][] weights =
        AttentionWeights.of(new double[][] {{Math.log(3)}, {0}}, new double[][] {{1}, {0}});
    Rows.assertRow("query ln 3, keys 1 and 0", new double[] {.75, .25}, weights[0]);
    Rows.assertRow("query 0, keys 1 and 0", new double[] {.5, .5}, weights[1]);
  }

  @Test
  @DisplayName("scores of a thousand are no reason for a NaN")
  void large() {
    double[][] weights =
        AttentionWeights.of(new double[][] {{1}}, new double[][] {{1000}, {1000 - Math.log(3)}});
    Rows.assertRow("scores 1000 and 1000 - ln 3", new double[] {.75, .25}, weights[0]);
    weights =
        AttentionWeights.of(new double[][] {{1}}, new double[][] {{-1000}, {-1000 - Math.log(3)}});
    Rows.assertRow("scores -1000 and -1000 - ln 3", new double[] {.75, .25}, weights[0]);
    weights =
        AttentionWeights.of(
            new double[][] {{1}, {-1}}, new double[][] {{1000}, {1000 + Math.log(3)}});
    Rows.assertRow("scores 1000 and 1000 + ln 3", new double[] {.25, .75}, weights[0]);
    Rows.assertRow(
        "scores -1000 and -1000 - ln 3 of the second query", new double[] {.75, .25}, weights[1]);
  }

  @Test
  @DisplayName("what is given stays as it is")
  void untouched() {
    double[][] queries = {{1, 2, 3, 4}};
    double[][] keys = {{4, 3, 2, 1}};
    AttentionWeights.of(queries, keys);
    Rows.assertRow("the query 1 2 3 4 afterwards", new double[] {1, 2, 3, 4}, queries[0]);
    Rows.assertRow("the key 4 3 2 1 afterwards", new double[] {4, 3, 2, 1}, keys[0]);
  }

  /// What PyTorch 2.13 gives in float64, to six decimals.
  @Test
  @DisplayName("with sines and cosines, as PyTorch computes them")
  void pytorch() {
    double[][] weights =
        AttentionWeights.of(
            new double[][] {row(9, true)},
            new double[][] {row(1, false), row(5, false), row(9, false)});
    Rows.assertNear(
        "sin 9 … 12; cos 1 … 4, 5 … 8, 9 … 12",
        new double[] {.634289, .150955, .214756},
        weights[0],
        1e-6);
  }

  private static double[] row(int from, boolean sine) {
    double[] row = new double[4];
    Arrays.setAll(row, i -> sine ? Math.sin(from + i) : Math.cos(from + i));
    return row;
  }
}
