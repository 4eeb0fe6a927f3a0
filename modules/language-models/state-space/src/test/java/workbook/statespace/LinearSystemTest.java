package workbook.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.topictest.Near;

@DisplayName("A linear time-invariant system")
class LinearSystemTest {

  private static final LinearSystem SPRING =
      Discretisation.ZERO_ORDER_HOLD.of(StateSpace.A, StateSpace.B, StateSpace.C, .1);

  @ParameterizedTest
  @CsvSource({"spring, .1", "spring, 2", "legs, .1", "legs, 2", "integrator, .1", "integrator, 2"})
  @DisplayName("takes the steps of scipy.signal.cont2discrete, by each rule")
  void scipy(String name, double step) {
    double[][] a = a(name);
    double[] b = b(name);
    for (Discretisation rule : Discretisation.values()) {
      LinearSystem system = rule.of(a, b, new double[b.length], step);
      String of = "%s %s %s ".formatted(name, rule.lowerCase(), step);
      Near.assertClose(of + "A", Numbers.of(of + "A"), Numbers.flat(system.a()), 1e-14);
      Near.assertClose(of + "B", Numbers.of(of + "B"), system.b(), 1e-14);
    }
  }

  private static double[][] a(String name) {
    return switch (name) {
      case "spring" -> StateSpace.A;
      case "integrator" -> new double[][] {{0, 1}, {0, 0}}; // It has no inverse.
      default -> {
        // HiPPO-LegS (Gu and others, 2020): -√(2n + 1) √(2k + 1) below, -(n + 1) on the diagonal.
        double[][] a = new double[4][4];
        for (int n = 0; n < 4; n++) {
          for (int k = 0; k < n; k++) {
            a[n][k] = -Math.sqrt((2 * n + 1) * (2 * k + 1));
          }
          a[n][n] = -(n + 1);
        }
        yield a;
      }
    };
  }

  private static double[] b(String name) {
    return name.equals("legs")
        ? new double[] {1, Math.sqrt(3), Math.sqrt(5), Math.sqrt(7)}
        : new double[] {0, 1};
  }

  /// exp(-1), 1 - exp(-1); (1 - 1/2) / (1 + 1/2), 1 / (1 + 1/2); 1 - 1, 1.
  @Test
  @DisplayName("of one state is what its formulas say")
  void scalar() {
    double[][] a = {{-1}};
    double[] one = {1};
    double[][] expected = {
      {Math.exp(-1), 1 - Math.exp(-1)}, {1.0 / 3, 2.0 / 3}, {0, 1},
    };
    for (Discretisation rule : Discretisation.values()) {
      LinearSystem system = rule.of(a, one, one, 1);
      double[] actual = {system.a()[0][0], system.b()[0]};
      Near.assertClose(rule.lowerCase(), expected[rule.ordinal()], actual, 1e-15);
    }
  }

  @Test
  @DisplayName("has scipy's outputs, and its impulse response as kernel")
  void outputs() {
    Near.assertClose("kernel", Numbers.of("spring kernel"), SPRING.kernel(64), 1e-14);
    Near.assertClose(
        "recurrence", Numbers.of("spring y"), SPRING.recurrence(StateSpace.INPUT), 1e-14);
    double[] sines = Numbers.flat(Numbers.sines(1, 64));
    Near.assertClose("long", Numbers.of("spring long"), SPRING.recurrence(sines), 1e-14);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 64, 65, 1000})
  @DisplayName("is a convolution, direct and by FFT, at any length")
  void convolution(int length) {
    double[] u = new SplittableRandom(length).doubles(length, -1, 1).toArray();
    double[] expected = SPRING.recurrence(u);
    double[] kernel = SPRING.kernel(length);
    Near.assertClose("direct, seed " + length, expected, Convolution.direct(kernel, u), 1e-13);
    Near.assertClose("FFT, seed " + length, expected, Convolution.fourier(kernel, u), 1e-13);
  }

  /// 64 places on a circle of 64: what would come after the end is at the beginning.
  @Test
  @DisplayName("comes round where the FFT is not padded")
  void circular() {
    double[] u = new SplittableRandom(1).doubles(64, -1, 1).toArray();
    double[] kernel = SPRING.kernel(64);
    double[] longer = new double[128];
    for (int s = 0; s < 64; s++) {
      for (int t = 0; t < 64; t++) {
        longer[s + t] += kernel[s] * u[t];
      }
    }
    double[] expected = new double[64];
    for (int t = 0; t < 128; t++) {
      expected[t % 64] += longer[t];
    }
    Near.assertClose("circular", expected, Convolution.circular(kernel, u, 64), 1e-13);
    assertThat(Math.abs(expected[0] - longer[0])).isGreaterThan(1e-3);
  }

  @Test
  @DisplayName("has numpy's Fourier transform")
  void fft() {
    Complex x = Complex.of(Numbers.flat(Numbers.sines(1, 8)), 8);
    x.transform(false);
    Near.assertClose("re and im", Numbers.of("fft"), Numbers.flat(x.re(), x.im()), 1e-14);
  }

  @Test
  @DisplayName("made diagonal, and scanned, is the same")
  void diagonal() {
    for (Discretisation rule : Discretisation.values()) {
      double[] expected =
          rule.of(StateSpace.A, StateSpace.B, StateSpace.C, .1).recurrence(StateSpace.INPUT);
      Near.assertClose("diagonal", expected, StateSpace.diagonal(rule, .1), 1e-14);
      Near.assertClose("scanned", expected, StateSpace.scanned(rule, .1), 1e-14);
    }
  }
}
