package workbook.statespace;

import static workbook.topictest.Near.assertNear;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "state-space/4",
    title = "Retention by chunks",
    hints = {
      "Write the step by step form for two places, and collect the powers of gamma: at the state from before, and at each k vᵀ.",
      "Place t of the chunk, from 0, has gamma^(t+1) qᵀ S, and for each s up to t gamma^(t-s) (q·k) v. The state after size places has gamma^size S, and gamma^(size-1-s) k vᵀ.",
      "Fill outputs[t][j] with the sum over i of gamma^(t+1) q[t][i] state[i][j], and over s <= t of"
          + " gamma^(t-s) (q[t]·k[s]) v[s][j]; a new state [i][j] with gamma^size state[i][j] plus the"
          + " sum over s of gamma^(size-1-s) k[s][i] v[s][j]; return new RetentionChunk(outputs, that"
          + " state)."
    },
    chinese =
        @Exercise.Chinese(
            title = "分块计算 retention",
            hints = {
              "写出两个位置的逐步形式，整理 gamma 的幂次：旧状态前的，以及每个 k vᵀ 前的。",
              "块内位置 t（从 0 开始）有 gamma^(t+1) qᵀ S，对每个 s ≤ t 有 gamma^(t-s) (q·k) v。size 个位置之后的状态有"
                  + " gamma^size S 和 gamma^(size-1-s) k vᵀ。",
              "outputs[t][j] 为对 i 求和的 gamma^(t+1) q[t][i] state[i][j]，加上对 s <= t 求和的 gamma^(t-s)"
                  + " (q[t]·k[s]) v[s][j]；新状态 [i][j] 为 gamma^size state[i][j] 加上对 s 求和的"
                  + " gamma^(size-1-s) k[s][i] v[s][j]；返回 new RetentionChunk(outputs, 新状态)。"
            }))
@DisplayName("Exercise 4: retention by chunks")
class RetentionChunkTest {

  private static final int T = 10;
  private static final double[][] Q = Numbers.sines(T, 4);
  private static final double[][] K = Numbers.cosines(T, 4);
  private static final double[][] V = Numbers.ramp(T, 4);

  /// gamma = 1/2, S = (8): .5 · 8 + 1 = 5; then .5 · 5 + 2 = 4.5; after a third, .5 · 4.5 + 4.
  @Test
  @DisplayName("of numbers can be followed by hand")
  void byHand() {
    double[][] ones = {{1}, {1}, {1}};
    double[][] state = {{8}};
    RetentionChunk chunk = RetentionChunk.of(.5, state, ones, ones, new double[][] {{1}, {2}, {4}});
    double[] expected = {5, 4.5, 6.25};
    for (int t = 0; t < 3; t++) {
      assertNear(
          "gamma 0.5, S = 8, q = k = 1, v = 1, 2, 4: output " + t,
          expected[t],
          chunk.outputs()[t][0],
          1e-12);
    }
    assertNear("the state after them", 6.25, chunk.state()[0][0], 1e-12);
    assertNear("the state given, which must stay as it is", 8, state[0][0], 0);
  }

  /// MiniMax's lightning attention as Hugging Face computes it, in float.
  @Test
  @DisplayName("chunk by chunk is what MiniMax's lightning attention gives, for any size")
  void chunks() {
    double gamma = Numbers.of("retention gamma")[0];
    double[] expected = Numbers.of("retention");
    for (int size : new int[] {1, 3, 4, 10}) {
      double[][] state = new double[4][4];
      for (int start = 0; start < T; start += size) {
        int end = Math.min(T, start + size);
        RetentionChunk chunk =
            RetentionChunk.of(
                gamma, state, part(Q, start, end), part(K, start, end), part(V, start, end));
        for (int t = start; t < end; t++) {
          for (int j = 0; j < 4; j++) {
            assertNear(
                "chunks of %d: place %d, column %d".formatted(size, t, j),
                expected[t * 4 + j],
                chunk.outputs()[t - start][j],
                1e-5);
          }
        }
        state = chunk.state();
      }
    }
  }

  private static double[][] part(double[][] rows, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> rows[i].clone()).toArray(double[][]::new);
  }

  @Test
  @DisplayName("keeps keys and values apart in its state, which need not be square")
  void shape() {
    double[][] state = {{1, 2, 3}, {4, 5, 6}};
    double[][] q = {{1, 10}};
    double[][] k = {{2, 3}};
    double[][] v = {{1, 0, -1}};
    RetentionChunk chunk = RetentionChunk.of(1, state, q, k, v);
    // q·k = 32; (1, 10) S = (41, 52, 63).
    assertRow("output 0", chunk.outputs()[0], 73, 52, 31);
    assertRow("row 0 of the state", chunk.state()[0], 3, 2, 1);
    assertRow("row 1 of the state", chunk.state()[1], 7, 5, 3);
  }

  /// 2 - 2^-t, which is 2 long before; gamma^1200 is 0 in a double, and gamma^-1200 infinite.
  @Test
  @DisplayName("of a chunk longer than gamma's powers reach stays finite")
  void underflow() {
    double[][] ones = new double[1200][];
    Arrays.setAll(ones, _ -> new double[] {1});
    RetentionChunk chunk = RetentionChunk.of(.5, new double[][] {{0}}, ones, ones, ones);
    assertNear("gamma 0.5, S = 0, q = k = v = 1: output 1199", 2, chunk.outputs()[1199][0], 1e-12);
    assertNear("the state after 1200 places", 2, chunk.state()[0][0], 1e-12);
  }

  private static void assertRow(String what, double[] actual, double... expected) {
    assertNear("how long is " + what, expected.length, actual.length, 0);
    for (int j = 0; j < expected.length; j++) {
      assertNear(
          "gamma 1, one place: %s, column %d of %s".formatted(what, j, Arrays.toString(actual)),
          expected[j],
          actual[j],
          1e-12);
    }
  }
}
