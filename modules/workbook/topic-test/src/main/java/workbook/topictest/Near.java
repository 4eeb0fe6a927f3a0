package workbook.topictest;

import java.util.Arrays;
import org.opentest4j.AssertionFailedError;

/// Compares numbers with what they should be, up to rounding.
///
/// NaN and the infinities are near to themselves only.
public final class Near {

  private Near() {}

  /// Two numbers.
  ///
  /// @param what the number, as a failure names it
  /// @param allowed by how much it may be off
  /// @throws AssertionFailedError if it is off by more
  public static void assertNear(String what, double expected, double actual, double allowed) {
    if (!isNear(expected, actual, allowed)) {
      fail(what, expected, actual);
    }
  }

  /// Two lists of numbers, element by element.
  ///
  /// @param tolerance by how much each may be off, as a part of the largest number expected, or of
  ///   1 if all are smaller: where terms of that size were added up, no smaller error can be asked
  ///   for
  /// @throws AssertionFailedError if their lengths differ, or at the first element that is off by
  ///   more
  public static void assertClose(
      String what, double[] expected, double[] actual, double tolerance) {
    if (expected.length != actual.length) {
      throw new AssertionFailedError(
          "[%s] expected: %d numbers but was: %d".formatted(what, expected.length, actual.length));
    }
    double largest =
        Arrays.stream(expected).filter(Double::isFinite).map(Math::abs).reduce(1, Math::max);
    for (int i = 0; i < expected.length; i++) {
      assertNear(what + ", element " + i, expected[i], actual[i], tolerance * largest);
    }
  }

  /// The same for floats.
  public static void assertClose(String what, float[] expected, float[] actual, double tolerance) {
    assertClose(what, doubles(expected), actual, tolerance);
  }

  /// The same for floats that are compared with more precise numbers.
  public static void assertClose(String what, double[] expected, float[] actual, double tolerance) {
    assertClose(what, expected, doubles(actual), tolerance);
  }

  private static boolean isNear(double expected, double actual, double allowed) {
    return Double.compare(expected, actual) == 0 || Math.abs(expected - actual) <= allowed;
  }

  private static double[] doubles(float[] numbers) {
    double[] doubles = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      doubles[i] = numbers[i];
    }
    return doubles;
  }

  private static void fail(String what, double expected, double actual) {
    throw new AssertionFailedError(
        "[%s] expected: %s but was: %s".formatted(what, text(expected), text(actual)),
        expected,
        actual);
  }

  /// A float in the digits of a float: 0.1, not 0.10000000149011612.
  private static String text(double number) {
    float narrowed = (float) number;
    return narrowed == number ? Float.toString(narrowed) : Double.toString(number);
  }
}
