package workbook.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Near;

@DisplayName("Each model, step by step and at once")
class FormsTest {

  private static final int T = 10;
  private static final double[][] Q = Numbers.sines(T, 4);
  private static final double[][] K = Numbers.cosines(T, 4);
  private static final double[][] V = Numbers.ramp(T, 3);

  /// What others computed in float is off by 1e-6 at most.
  private static void assertBoth(
      String name, double tolerance, double[][] recurrent, double[][] parallel) {
    Near.assertClose(name, Numbers.of(name), Numbers.flat(recurrent), tolerance);
    Near.assertClose(name + " at once", Numbers.flat(recurrent), Numbers.flat(parallel), 1e-13);
  }

  @Test
  @DisplayName("linear attention is PyTorch's masked product, and an RNN")
  void linearAttention() {
    assertBoth(
        "linear attention",
        1e-13,
        LinearAttention.recurrent(Q, K, V),
        LinearAttention.parallel(Q, K, V));
  }

  @Test
  @DisplayName("retention is MiniMax's lightning attention, and chunks of any size are the same")
  void retention() {
    Retention retention = new Retention(Numbers.of("retention gamma")[0]);
    double[][] v = Numbers.ramp(T, 4);
    double[][] recurrent = retention.recurrent(Q, K, v);
    assertBoth("retention", 1e-6, recurrent, retention.parallel(Q, K, v));
    for (int size = 1; size <= T + 1; size++) {
      Near.assertClose(
          "chunks of " + size,
          Numbers.flat(recurrent),
          Numbers.flat(retention.chunkwise(Q, K, v, size)),
          1e-13);
    }
  }

  @Test
  @DisplayName("wkv is Hugging Face's, also where its exponents overflow a double")
  void wkv() {
    Wkv wkv = new Wkv(.5, .3);
    double[] k = Arrays.stream(Numbers.flat(Numbers.sines(1, T))).map(x -> 3 * x).toArray();
    double[] v = Numbers.ramp(1, T)[0];
    Near.assertClose("wkv", Numbers.of("wkv"), wkv.recurrent(k, v), 1e-6);
    Near.assertClose("wkv at once", wkv.recurrent(k, v), wkv.parallel(k, v), 1e-14);
    Near.assertClose("naive", wkv.recurrent(k, v), wkv.overflowing(k, v), 1e-14);
    double[] large = Arrays.stream(k).map(x -> 400 * x).toArray();
    Near.assertClose("large", Numbers.of("wkv large"), wkv.recurrent(large, v), 1e-6);
    Near.assertClose("large at once", wkv.recurrent(large, v), wkv.parallel(large, v), 1e-14);
    assertThat(wkv.overflowing(large, v)).contains(Double.NaN);
  }

  @Test
  @DisplayName("the delta rule is Qwen3-Next's, computed there in chunks")
  void deltaRule() {
    for (double beta : new double[] {1, .5}) {
      DeltaRule rule = new DeltaRule(beta);
      assertBoth("delta rule " + beta, 1e-6, rule.recurrent(Q, K, V), rule.parallel(Q, K, V));
    }
  }

  @Test
  @DisplayName("the delta rule replaces what linear attention without a norm would add to")
  void replaces() {
    // One key, written twice with the values 1 and then 5, and read.
    double[][] key = {{0, 2}, {0, 2}};
    double[][] query = {{0, 1}, {0, 1}};
    double[][] value = {{1}, {5}};
    assertThat(new DeltaRule(1).recurrent(query, key, value)[1][0]).isEqualTo(5);
    assertThat(new Retention(1).recurrent(query, new double[][] {{0, 1}, {0, 1}}, value)[1][0])
        .isEqualTo(6);
  }

  /// Computed once with numpy, and again by hand for the first place: Δ (B u) C = .1 · 1 · 1.
  @Test
  @DisplayName("a channel of Mamba is the loop, by any scan")
  void selective() {
    Selective mamba = new Selective(-1, -2);
    double[] u = {1, 2, -1, .5};
    double[] delta = {.1, .5, 1, .2};
    double[][] b = {{1, 0}, {.5, .5}, {0, 1}, {1, 1}};
    double[][] c = {{1, 1}, {1, 0}, {0, 1}, {.5, .5}};
    double[] expected = {.1, .56065307, -.93233236, -.12804781};
    Near.assertClose("loop", expected, mamba.recurrence(u, delta, b, c), 5e-9);
    Near.assertClose("loop", expected, mamba.scanned(Scan::loop, u, delta, b, c), 5e-9);
    Near.assertClose("rounds", expected, mamba.scanned(Scan::rounds, u, delta, b, c), 5e-9);
    Near.assertClose("JDK", expected, mamba.scanned(Scan::parallel, u, delta, b, c), 5e-9);
  }
}
