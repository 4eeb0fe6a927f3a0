package workbook.topictest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.AssertionFailedError;

@DisplayName("A number that is compared up to rounding")
class NearTest {

  @ParameterizedTest(name = "{1} for {0}, by {2}")
  @DisplayName("passes if it is off by no more than allowed")
  @CsvSource({
    "1, 1, 0",
    "1, 1.25, 0.25",
    "1, 0.75, 0.25",
    "NaN, NaN, 0",
    "Infinity, Infinity, 0",
    "0, -0.0, 0"
  })
  void near(double expected, double actual, double allowed) {
    Near.assertNear("x", expected, actual, allowed);
  }

  @ParameterizedTest(name = "{1} for {0}, by {2}")
  @DisplayName("fails if it is off by more, or only one of the two is a number")
  @CsvSource({
    "1, 1.0000001, 0",
    "1, 1.26, 0.25",
    "1, 0.74, 0.25",
    "NaN, 1, 9",
    "1, NaN, 9",
    "Infinity, -Infinity, 9",
    "Infinity, 1, 9",
    "1, Infinity, 9"
  })
  void notNear(double expected, double actual, double allowed) {
    assertThatThrownBy(() -> Near.assertNear("the loss", expected, actual, allowed))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage("[the loss] expected: %s but was: %s".formatted(expected, actual));
  }

  @Test
  @DisplayName("is shown in no more digits than it has")
  void digits() {
    assertThatThrownBy(() -> Near.assertNear("x", 0.2f, 0.1f, 0))
        .hasMessage("[x] expected: 0.2 but was: 0.1");
    assertThatThrownBy(() -> Near.assertNear("x", 0.2, 0.1, 0))
        .hasMessage("[x] expected: 0.2 but was: 0.1");
  }

  @Test
  @DisplayName("in a list may be off by a part of the largest number expected")
  void close() {
    // A 64th of 4 is a 16th, for each of the three.
    double[] expected = {-4, 1, 0};
    Near.assertClose("x", expected, new double[] {-4.0625, 0.9375, 0.0625}, 1 / 64.0);
    assertThatThrownBy(() -> Near.assertClose("x", expected, new double[] {-4, 1, 0.07}, 1 / 64.0))
        .hasMessage("[x, element 2] expected: 0.0 but was: 0.07");
  }

  @Test
  @DisplayName("in a list of numbers below 1 may be off by that part of 1, and of nothing infinite")
  void closeToSmall() {
    Near.assertClose("x", new float[] {0.25f}, new float[] {0.3125f}, 1 / 16.0);
    assertThatThrownBy(
            () -> Near.assertClose("x", new float[] {0.25f}, new float[] {0.375f}, 1 / 16.0))
        .hasMessage("[x, element 0] expected: 0.25 but was: 0.375");
    double[] infinite = {Double.POSITIVE_INFINITY, 0};
    assertThatCode(() ->
            Near.assertClose("x", infinite, new float[] {Float.POSITIVE_INFINITY, 1}, 1 / 16.0))
        .hasMessage("[x, element 1] expected: 0.0 but was: 1.0");
  }

  @Test
  @DisplayName("in a list of another length fails, whatever it is")
  void length() {
    assertThatThrownBy(() -> Near.assertClose("x", new float[] {1, 2}, new float[] {1}, 1))
        .hasMessage("[x] expected: 2 numbers but was: 1");
  }
}
