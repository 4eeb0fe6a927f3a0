package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "transformer/5",
    title = "Grouped-query attention from multi-head attention",
    hints = {
      "Only one thing changes in the loop over heads: whose keys and values a head reads.",
      "With 4 heads of queries and 2 of keys, heads 0 and 1 read 0, heads 2 and 3 read 1. Which "
          + "division does that?",
      "group = q.length / k.length; head h reads k[h / group] and v[h / group]. If q.length % "
          + "k.length is not 0, throw an IllegalArgumentException first."
    },
    chinese =
        @Exercise.Chinese(
            title = "从多头注意力到分组查询注意力",
            hints = {
              "遍历各头的循环里只有一处要改：每个头读哪个头的键和值。",
              "4 个查询头、2 个键值头时，头 0、1 读 0，头 2、3 读 1。哪种除法能做到？",
              "group = q.length / k.length；头 h 读 k[h / group] 和 v[h / group]。若 q.length % "
                  + "k.length 不为 0，先抛出 IllegalArgumentException。"
            }))
@DisplayName("Exercise 5: grouped-query attention from multi-head attention")
class GroupedQueryTest {

  /// One place: whatever the scores, it takes its own value, so a head shows whose it read.
  @Test
  @DisplayName("neighbours share keys and values")
  void groups() {
    assertHeads(2, 1, 1, 1);
    assertHeads(4, 2, 1, 1, 2, 2);
    assertHeads(6, 2, 1, 1, 1, 2, 2, 2);
    assertHeads(6, 3, 1, 1, 2, 2, 3, 3);
  }

  @Test
  @DisplayName("as many heads of keys are multi-head attention, one is multi-query attention")
  void ends() {
    assertHeads(3, 3, 1, 2, 3);
    assertHeads(3, 1, 1, 1, 1);
  }

  /// @param expected which head's value each head of queries finds, counted from 1
  private static void assertHeads(int heads, int shared, int... expected) {
    double[][][] q = filled(_ -> 1, heads, 1, 1);
    double[][][] v = filled(i -> i, shared, 1, 1);
    double[][][] found = GroupedQuery.attend(q, filled(_ -> 1, shared, 1, 1), v);
    Rows.assertRow(
        "%d heads of queries, %d of keys; whose value each head finds".formatted(heads, shared),
        Arrays.stream(expected).asDoubleStream().toArray(),
        Arrays.stream(found).mapToDouble(head -> head[0][0]).toArray());
  }

  /// What PyTorch 2.13 gives in float64, to six decimals.
  @Test
  @DisplayName("of sines, cosines and tenths as PyTorch computes it")
  void pytorch() {
    double[][][] found =
        GroupedQuery.attend(
            filled(Math::sin, 4, 3, 2), filled(Math::cos, 2, 3, 2), filled(i -> i / 10, 2, 3, 2));
    double[][] expected = {
      {.1, .2, .198720, .298720, .296166, .396166},
      {.1, .2, .182454, .282454, .288311, .388311},
      {.7, .8, .769755, .869755, .899513, .999513},
      {.7, .8, .754551, .854551, .894418, .994418}
    };
    for (int head = 0; head < 4; head++) {
      double[] all = Arrays.stream(found[head]).flatMapToDouble(Arrays::stream).toArray();
      Rows.assertNear("4 heads of queries, 2 of keys: head " + head, expected[head], all, 1e-6);
    }
  }

  @Test
  @DisplayName("heads that cannot be shared out are refused")
  void uneven() {
    double[][][] q = filled(_ -> 1, 4, 1, 1);
    double[][][] k = filled(_ -> 1, 3, 1, 1);
    assertThatThrownBy(() -> GroupedQuery.attend(q, k, k), "4 heads of queries, 3 of keys")
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[][][] filled(DoubleUnaryOperator f, int heads, int places, int width) {
    double[][][] x = new double[heads][places][width];
    int i = 0;
    for (double[][] head : x) {
      for (double[] row : head) {
        for (int c = 0; c < width; c++) {
          row[c] = f.applyAsDouble(++i);
        }
      }
    }
    return x;
  }
}
