package workbook.statespace;

import static workbook.topictest.Near.assertNear;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "state-space/1",
    title = "The step of a state",
    hints = {
      "Solve h' = a h + b u for a constant u over the time delta. Then set u to 0: which factor is left of h?",
      "ā = e^(a delta) and b̄ = b (e^(a delta) - 1) / a. What is it at a = 0, and which digits are left of e^x - 1 at x = 1e-12?",
      "Return new double[] {Math.exp(a * delta), b * added} with added = delta where a is 0, and"
          + " Math.expm1(a * delta) / a otherwise."
    },
    chinese =
        @Exercise.Chinese(
            title = "一个状态的一步",
            hints = {
              "对常数 u 在时间 delta 内求解 h' = a h + b u。再令 u 为 0：h 前面剩下什么系数？",
              "ā = e^(a delta)，b̄ = b (e^(a delta) - 1) / a。a = 0 时它是多少？x = 1e-12 时 e^x - 1 还剩几位有效数字？",
              "返回 new double[] {Math.exp(a * delta), b * added}；a 为 0 时 added = delta，否则 added ="
                  + " Math.expm1(a * delta) / a。"
            }))
@DisplayName("Exercise 1: the step of a state")
class ZeroOrderHoldTest {

  private static void assertStep(
      double a, double b, double delta, double expectedA, double expectedB) {
    double[] step = ZeroOrderHold.step(a, b, delta);
    String given = "a = %s, b = %s, delta = %s".formatted(a, b, delta);
    assertNear("how many numbers there are for " + given, 2, step.length, 0);
    assertNear("ā for " + given, expectedA, step[0], 1e-12 * Math.abs(expectedA));
    assertNear("b̄ for " + given, expectedB, step[1], 1e-12 * Math.abs(expectedB));
  }

  /// scipy.signal.cont2discrete(([[a]], [[b]], [[1]], [[0]]), delta, 'zoh').
  @Test
  @DisplayName("is scipy's")
  void scipy() {
    assertStep(-1, 1, 1, 0.36787944117144233, 0.6321205588285577);
    assertStep(-1, 1, .1, 0.9048374180359595, 0.09516258196404043);
    assertStep(-2, 3, .5, 0.36787944117144233, 0.9481808382428365);
    assertStep(-3, -2, .25, 0.4723665527410147, -0.3517556315059902);
  }

  /// The limit: what comes in is added up.
  @Test
  @DisplayName("of a state that forgets nothing adds up")
  void sum() {
    assertStep(0, 2, .25, 1, .5);
  }

  /// b (Δ + a Δ²/2 + …): the second term is 5e-13 of the first.
  @Test
  @DisplayName("keeps its digits where it forgets very little")
  void small() {
    assertStep(-1e-12, 1, 1, 1 - 1e-12, 1 - 5e-13);
    assertStep(-1e-6, 1, .01, 1 - 1e-8 + 5e-17, .01 * (1 - 5e-9));
  }

  /// Δ b (1 + x/2! + x²/3! + …) with x = a Δ, added up until nothing more comes.
  @Test
  @DisplayName("is the series, to 12 digits, between forgetting nothing and forgetting much")
  void series() {
    for (int exponent = -14; exponent < 0; exponent++) {
      for (int digit = 1; digit < 10; digit += 4) {
        double x = -digit * Math.pow(10, exponent);
        double sum = 0;
        double term = 1;
        for (int n = 2; n < 30; n++) {
          sum += term;
          term *= x / n;
        }
        assertStep(x, 1, 1, Math.exp(x), sum);
        assertStep(x / 4, 3, 4, Math.exp(x), 12 * sum);
      }
    }
  }

  /// e^-1000 is 0 in a double; what is held stays: b / -a.
  @Test
  @DisplayName("of a long time is what the input holds it at")
  void settled() {
    assertStep(-2, 3, 500, 0, 1.5);
  }

  /// The exact step does not depend on into how many it is divided: ā₂ = ā₁², b̄₂ = ā₁ b̄₁ + b̄₁.
  @Test
  @DisplayName("of two halves is the whole")
  void halves() {
    double[] half = ZeroOrderHold.step(-.7, 1.3, .4);
    assertStep(-.7, 1.3, .8, half[0] * half[0], (half[0] + 1) * half[1]);
  }
}
