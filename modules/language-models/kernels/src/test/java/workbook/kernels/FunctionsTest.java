package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Erfc;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayName("The functions of every element")
class FunctionsTest {

  private interface Function {
    void apply(FloatKernels kernels, float[] x, float[] y, int from, int to);
  }

  private static final Map<String, Function> FUNCTIONS = new LinkedHashMap<>();

  static {
    FUNCTIONS.put("exp", FloatKernels::exp);
    FUNCTIONS.put("tanh", FloatKernels::tanh);
    FUNCTIONS.put("sigmoid", FloatKernels::sigmoid);
    FUNCTIONS.put("gelu", FloatKernels::gelu);
    FUNCTIONS.put(
        "gelu beside its gradient",
        (kernels, x, y, from, to) -> kernels.gelu(x, y, new float[x.length], from, to));
    FUNCTIONS.put(
        "gelu gradient",
        (kernels, x, y, from, to) -> kernels.gelu(x, new float[x.length], y, from, to));
  }

  private static final List<String> NAMES = List.copyOf(FUNCTIONS.keySet());

  /// Every 4099th of the 2^32 floats, infinities and NaNs included, and those with a name.
  private static final float[] ALL_OVER = allOver();

  private static float[] allOver() {
    List<Float> floats = new ArrayList<>();
    for (long bits = 0; bits < 1L << 32; bits += 4099) {
      floats.add(Float.intBitsToFloat((int) bits));
    }
    floats.addAll(
        List.of(0f, -0f, 1f, -1f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN));
    floats.addAll(List.of(0.625f, -0.625f, 88.72283f, 88.72284f, -87.3f, -103.9f, -104f, -105f));
    float[] array = new float[floats.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = floats.get(i);
    }
    return array;
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  @DisplayName(
      "have the same bits in vectors as in plain loops, for a million floats from end to end")
  void sameBits(String name) {
    float[] expected = applied(name, new ScalarKernels(), ALL_OVER);
    Floats.assertSameBits(name, expected, applied(name, new VectorKernels(), ALL_OVER));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  @DisplayName("touch nothing outside of their range, however long it is")
  void ranges(String name) {
    for (FloatKernels kernels : new FloatKernels[] {new ScalarKernels(), new VectorKernels()}) {
      for (int length = 0; length < 70; length++) {
        float[] x = new float[90];
        float[] y = new float[90];
        java.util.Arrays.fill(x, 0.5f);
        java.util.Arrays.fill(y, -7);
        FUNCTIONS.get(name).apply(kernels, x, y, 9, 9 + length);
        float inside = applied(name, kernels, new float[] {0.5f})[0];
        for (int i = 0; i < y.length; i++) {
          assertThat(y[i])
              .as("%s, %d elements: element %d", name, length, i)
              .isEqualTo(i >= 9 && i < 9 + length ? inside : -7);
        }
        FUNCTIONS.get(name).apply(kernels, x, x, 9, 9 + length);
        assertThat(x[9]).as("%s in place", name).isEqualTo(length > 0 ? inside : 0.5f);
      }
    }
  }

  @Test
  @DisplayName("exp is as near to the JDK's in double as it says")
  void exp() {
    assertWithin("exp", Math::exp, 1.2e-7, Float.MIN_VALUE);
  }

  @Test
  @DisplayName("exp is 0 from -104 down, infinite from 88.73 up, and 1 at 0")
  void expEnds() {
    // ln(2^-150) = -103.97: below half of the least float. ln of the largest is 88.7228.
    float[] y = applied("exp", new ScalarKernels(), new float[] {-104, 88.73f, 88.7228f, 0, -0f});
    assertThat(y[0]).isZero();
    assertThat(y[1]).isInfinite();
    assertThat(y[2]).isFinite().isGreaterThan(3.4e38f);
    assertThat(y[3]).isEqualTo(1);
    assertThat(y[4]).isEqualTo(1);
  }

  @Test
  @DisplayName("tanh is as near to the JDK's as it says, and keeps the sign of zero")
  void tanh() {
    assertWithin("tanh", Math::tanh, 2e-7, Float.MIN_VALUE);
    float[] y = applied("tanh", new ScalarKernels(), new float[] {-0f});
    assertThat(1 / y[0]).isEqualTo(Float.NEGATIVE_INFINITY);
  }

  @Test
  @DisplayName("sigmoid is as near as it says")
  void sigmoid() {
    // Below -88.7 the power is infinite, and the sigmoid 0 instead of some 1e-39; PyTorch's too.
    assertWithin("sigmoid", x -> 1 / (1 + Math.exp(-x)), 3e-7, Float.MIN_NORMAL);
  }

  @Test
  @DisplayName("gelu and its derivative are as near to Apache Commons' erfc as they say")
  void gelu() {
    DoubleUnaryOperator phi = x -> Erfc.value(-x / Math.sqrt(2)) / 2;
    DoubleUnaryOperator density = x -> Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    float[] y = applied("gelu", new ScalarKernels(), ALL_OVER);
    float[] gradient = applied("gelu gradient", new ScalarKernels(), ALL_OVER);
    for (int i = 0; i < y.length; i++) {
      float x = ALL_OVER[i];
      if (Float.isFinite(x)) {
        double below = phi.applyAsDouble(x);
        double slope = below + (Math.abs(x) > 1e3 ? 0 : x * density.applyAsDouble(x));
        check(Math.abs(y[i] - x * below) < 2e-7 * Math.max(1, Math.abs(x)), "gelu", x, y[i]);
        check(Math.abs(gradient[i] - slope) < 5e-7, "gelu'", x, gradient[i]);
      }
    }
  }

  /// An assertion for each of a million floats would take longer than what it asserts.
  private static void check(boolean near, String name, float x, float y) {
    if (!near) {
      fail("%s(%s) = %s".formatted(name, x, y));
    }
  }

  @Test
  @DisplayName("gelu(1) is the published .841345; the form with tanh would give .841192")
  void published() {
    float[] y = applied("gelu", new VectorKernels(), new float[] {1, -1, 0});
    // Phi(1) = 0.8413447, from any table of the normal distribution; gelu(-1) = -(1 - Phi(1)).
    assertThat(y[0]).isCloseTo(.841345f, org.assertj.core.data.Offset.offset(5e-7f));
    assertThat(y[1]).isCloseTo(-.158655f, org.assertj.core.data.Offset.offset(5e-7f));
    assertThat(y[2]).isZero();
  }

  /// @param tiny how far off a result may be that is no normal number
  private static void assertWithin(
      String name, DoubleUnaryOperator exact, double relative, float tiny) {
    float[] y = applied(name, new ScalarKernels(), ALL_OVER);
    for (int i = 0; i < y.length; i++) {
      double expected = exact.applyAsDouble(ALL_OVER[i]);
      boolean normal =
          Math.abs(expected) >= Float.MIN_NORMAL && Math.abs(expected) <= Float.MAX_VALUE;
      // Zero, infinite, NaN, or so small that a float has but a few binary digits for it.
      float rounded = (float) expected;
      boolean near =
          normal
              ? Math.abs(y[i] - expected) <= Math.abs(expected) * relative
              : Float.compare(y[i], rounded) == 0 || Math.abs(y[i] - rounded) <= tiny;
      check(near, name, ALL_OVER[i], y[i]);
    }
  }

  private static float[] applied(String name, FloatKernels kernels, float[] x) {
    float[] y = new float[x.length];
    FUNCTIONS.get(name).apply(kernels, x, y, 0, x.length);
    return y;
  }
}
