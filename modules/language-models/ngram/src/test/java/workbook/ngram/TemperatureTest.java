package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
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
      "Refuse T unless T >= 0. For T = 0 give 1 to the first of the largest. Otherwise let a p"
          + " of 0 stay 0, and make of every other Math.exp(Math.log(p / largest) / T): that is"
          + " (p / largest) to the power of 1/T, without a 1/T that overflows. Then divide by the"
          + " sum of what you have. All in a new array, all in double."
    },
    chinese =
        @Exercise.Chinese(
            title = "带温度的采样",
            hints = {
              "温度为 1 时什么都不变。把 0.8 和 0.2 各自平方，再归一化，会怎样？",
              "平方让大的更大：这是低温。那么指数是温度本身，还是温度的倒数？",
              "T >= 0 不成立就拒绝。T = 0 时，把 1 给最大者中的第一个。"
                  + "否则 p 为 0 的仍是 0，其余的都算成 Math.exp(Math.log(p / largest) / T)，largest 是最大的 p："
                  + "这就是 p / largest 的 1/T 次幂，但 1/T 不会溢出。"
                  + "最后都除以总和。写进新数组，全部用 double。"
            }))
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
    assertTemperature(Double.POSITIVE_INFINITY, "0.500000 0.500000", .999999999999, 1e-12);
    assertTemperature(Double.POSITIVE_INFINITY, "0.500000 0.500000 0.000000", .9, .1, 0);
  }

  @Test
  @DisplayName("nearly 0: still probabilities")
  void nearlyZero() {
    assertTemperature(.0005, "1.000000 0.000000 0.000000", .5, .3, .2);
  }

  @Test
  @DisplayName("as long as it is not 0, what is nearly as likely keeps its share")
  void nearlyAsLikely() {
    // The logarithm of .502/.498 is 2 artanh .004 = .00800004; by .005 that is 1.60001, and
    // 1 / (1 + e^-1.60001) = .832020.
    assertTemperature(.005, "0.832020 0.167980", .502, .498);
    // 2 artanh .0002 = .0004; by .0001 that is 4, and 1 / (1 + e^-4) = .982014.
    assertTemperature(.0001, "0.982014 0.017986", .5001, .4999);
  }

  @Test
  @DisplayName("the smallest above 0, where 1/T is infinite: the likeliest share what there is")
  void smallest() {
    assertTemperature(Double.MIN_VALUE, "0.000000 1.000000 0.000000", .2, .5, .3);
    assertTemperature(Double.MIN_VALUE, "0.500000 0.500000 0.000000", .4, .4, .2);
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
    assertThat(cold).as("0.8 0.2 at temperature 0.5").hasSize(2);
    assertThat(given)
        .as("the probabilities given, after the call")
        .isEqualTo(new double[] {.8, .2});
  }

  @Test
  @DisplayName("the array is a new one at every temperature")
  void newArray() {
    for (double temperature : new double[] {0, .5, 1, 2}) {
      double[] given = {.8, .2};
      assertThat(Temperature.apply(given, temperature) == given)
          .as("the array given comes back at temperature %s", shown(temperature))
          .isFalse();
    }
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

  /// Without `E-4`.
  private static String shown(double temperature) {
    return temperature == Double.MIN_VALUE
        ? "Double.MIN_VALUE"
        : Double.isInfinite(temperature)
            ? "infinity"
            : BigDecimal.valueOf(temperature).stripTrailingZeros().toPlainString();
  }

  private static void assertTemperature(
      double temperature, String expected, double... probabilities) {
    String given =
        Arrays.stream(probabilities).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    String found =
        Arrays.stream(Temperature.apply(probabilities, temperature))
            .mapToObj(p -> String.format(Locale.ROOT, "%.6f", p))
            .collect(Collectors.joining(" "));
    assertThat(found).as("%s at temperature %s", given, shown(temperature)).isEqualTo(expected);
  }
}
