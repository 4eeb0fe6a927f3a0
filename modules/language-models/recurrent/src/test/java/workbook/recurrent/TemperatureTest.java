package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "recurrent/2",
    title = "Sampling with a temperature",
    hints = {
      "A temperature below 1 makes the likely more likely, above 1 everything more alike. "
          + "What has to be divided by it: the probabilities, or what they are made of?",
      "Divide the scores, then take the softmax. Dividing the probabilities changes nothing: "
          + "they are made to add up to 1 again.",
      "With a temperature of 0.01 a score of 10 becomes 1000, and e^1000 is infinite. Take "
          + "the largest off all scores first."
    })
@DisplayName("Exercise 2: sampling with a temperature")
class TemperatureTest {

  /// Scores 0 and log 4: four times as likely.
  private static final float[] FOURFOLD = {0, (float) Math.log(4)};

  @Test
  @DisplayName("1 leaves the probabilities as they are")
  void one() {
    assertDistribution(FOURFOLD, 1, .2, .8);
    assertDistribution(new float[] {-3, -3, -3, -3}, 1, .25, .25, .25, .25);
  }

  @Test
  @DisplayName("2 makes fourfold twofold: a root")
  void two() {
    assertDistribution(FOURFOLD, 2, 1 / 3.0, 2 / 3.0);
  }

  @Test
  @DisplayName("a half makes fourfold sixteenfold: a square")
  void half() {
    assertDistribution(FOURFOLD, .5, 1 / 17.0, 16 / 17.0);
  }

  @Test
  @DisplayName("very cold only the likeliest is left, very hot all are alike")
  void extremes() {
    assertDistribution(new float[] {10, 9}, .01, 1, 0);
    assertDistribution(new float[] {-10, -9}, .001, 0, 1);
    assertDistribution(new float[] {10, -10}, 1e9, .5, .5);
  }

  @Test
  @DisplayName("the scores stay as they are")
  void untouched() {
    float[] scores = FOURFOLD.clone();
    Temperature.distribution(scores, 3);
    assertThat(scores).isEqualTo(FOURFOLD);
  }

  private static void assertDistribution(float[] scores, double temperature, double... expected) {
    double[] actual = Temperature.distribution(scores.clone(), temperature);
    boolean close = actual.length == expected.length;
    for (int i = 0; close && i < expected.length; i++) {
      close = Math.abs(actual[i] - expected[i]) < 1e-6;
    }
    assertThat(close)
        .withFailMessage(
            "distribution(%s, %s): expected %s but was %s",
            Arrays.toString(scores), temperature, text(expected), text(actual))
        .isTrue();
  }

  private static String text(double... p) {
    return Arrays.stream(p)
        .mapToObj(x -> String.format(Locale.ROOT, "%.4f", x))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
