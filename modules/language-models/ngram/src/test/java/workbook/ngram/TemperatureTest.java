package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "ngram/4",
    title = "Sampling with temperature",
    hints = {
      "At temperature 1 nothing changes. What happens to 0.8 and 0.2 when both are squared, and made"
          + " to add up to 1 again?",
      "Squaring makes the likely likelier: that is cold. So is the exponent the temperature, or one"
          + " by it?",
      "p^(1/T), divided by the sum of these. For T = 0 give all to the largest. Near 0 all powers"
          + " may be 0: divide every p by the largest first."
    })
@DisplayName("Exercise 4: sampling with temperature")
class TemperatureTest {

  @Test
  @DisplayName("1 changes nothing")
  void one() {
    assertTemperature(1, "0.500000 0.300000 0.200000", .5, .3, .2);
  }

  @Test
  @DisplayName("cold: the likely gets likelier")
  void cold() {
    // .64 / (.64 + .04) = 16/17.
    assertTemperature(.5, "0.941176 0.058824", .8, .2);
  }

  @Test
  @DisplayName("hot: they come nearer to each other, and what is impossible stays so")
  void hot() {
    // The square roots of .64 and .36 are .8 and .6: 4/7 and 3/7.
    assertTemperature(2, "0.571429 0.428571 0.000000", .64, .36, 0);
    assertTemperature(Double.POSITIVE_INFINITY, "0.500000 0.500000", .9, .1);
  }

  @Test
  @DisplayName("nearly 0: still probabilities")
  void nearlyZero() {
    assertTemperature(.0005, "1.000000 0.000000 0.000000", .5, .3, .2);
  }

  @Test
  @DisplayName("0: the likeliest, of several the first")
  void zero() {
    assertTemperature(0, "0.000000 1.000000 0.000000", .2, .5, .3);
    assertTemperature(0, "1.000000 0.000000", .5, .5);
  }

  @Test
  @DisplayName("the probabilities given are left as they are")
  void untouched() {
    double[] given = {.8, .2};
    double[] cold = Temperature.apply(given, .5);
    assertThat(cold).hasSize(2);
    assertThat(given).as("the probabilities given, after the call").containsExactly(.8, .2);
  }

  @Test
  @DisplayName("below 0, and not a number: refused")
  void refused() {
    double[] given = {.8, .2};
    assertThatThrownBy(() -> Temperature.apply(given, -1), "temperature -1")
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Temperature.apply(given, Double.NaN), "temperature NaN")
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertTemperature(
      double temperature, String expected, double... probabilities) {
    String given =
        Arrays.stream(probabilities).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    String found =
        Arrays.stream(Temperature.apply(probabilities, temperature))
            .mapToObj(p -> String.format(Locale.ROOT, "%.6f", p))
            .collect(Collectors.joining(" "));
    assertThat(found)
        .as("%s at temperature %s", given, String.valueOf(temperature).replace("5.0E-4", "0.0005"))
        .isEqualTo(expected);
  }
}
