package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
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
      "With a temperature of 0.01 a score of 10 becomes 1000, and e^1000 is infinite. So, in "
          + "double: take the largest score off all, divide by the temperature, take e to the power "
          + "of each, and divide by the sum of these."
    },
    chinese =
        @Exercise.Chinese(
            title = "带温度的采样",
            hints = {
              "温度低于 1，可能的更可能；高于 1，各个符号更平均。应当除以温度的是概率，还是得到概率的那个分数？",
              "先把分数（logits）除以温度，再做 softmax。把概率除以温度没有作用：归一化之后又回到原样。",
              "温度为 0.01 时，分数 10 变成 1000，而 e^1000 溢出成无穷大。所以全部用 double：每个分数先减去最大的"
                  + "分数，再除以温度，取 e 的幂，最后除以它们的和。"
            }))
@DisplayName("Exercise 2: sampling with a temperature")
class TemperatureTest {

  /// Scores 0 and log 4: four times as likely.
  private static final float[] FOURFOLD = {0, (float) Math.log(4)};

  @Test
  @DisplayName("1 leaves the probabilities as they are")
  void one() {
    assertPair(FOURFOLD, 1);
    assertDistribution(new float[] {-3, -3, -3, -3}, 1, .25, .25, .25, .25);
    assertDistribution(new float[] {7}, 1, 1);
  }

  @Test
  @DisplayName("2 makes fourfold twofold: a root")
  void two() {
    assertPair(FOURFOLD, 2);
  }

  @Test
  @DisplayName("a half makes fourfold sixteenfold: a square")
  void half() {
    assertPair(FOURFOLD, .5);
  }

  @Test
  @DisplayName("very cold only the likeliest is left, very hot all are alike")
  void extremes() {
    assertPair(new float[] {10, 9}, .01);
    assertPair(new float[] {-10, -9}, .001);
    assertDistribution(new float[] {0, -10, -9}, .001, 1, 0, 0);
    assertPair(new float[] {10, -10}, 1e9);
  }

  @Test
  @DisplayName("however cold it is, the next counts if it is as near")
  void coldAndNear() {
    assertPair(new float[] {5, 5.0009765625f}, .0009765625);
    assertPair(new float[] {-1, -1 + 0x1p-23f}, 0x1p-24);
  }

  @Test
  @DisplayName("all scores far below 0, and far apart")
  void farBelow() {
    assertPair(new float[] {-1e20f, -1e20f}, 1);
    assertPair(new float[] {-Float.MAX_VALUE, -Float.MAX_VALUE}, 2);
    assertPair(new float[] {0, -800}, 1000);
  }

  @Test
  @DisplayName("as cold as a double can say")
  void coldest() {
    assertPair(new float[] {1, 2}, 1e-308);
    assertPair(new float[] {3, 3}, Double.MIN_VALUE);
  }

  @Test
  @DisplayName("a small score counts beside a large one")
  void smallBesideLarge() {
    assertPair(new float[] {1, 1e-8f}, .5);
  }

  @Test
  @DisplayName("of a thousand scores all add up to 1, and each is as likely as its score says")
  void many() {
    long seed = 2;
    SplittableRandom random = new SplittableRandom(seed);
    float[] scores = new float[1000];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = random.nextFloat();
    }
    double[] p = Temperature.distribution(scores.clone(), .7);
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += p[i];
      double expected = p[0] * Math.exp(((double) scores[i] - scores[0]) / .7);
      assertThat(Math.abs(p[i] - expected) <= 1e-12)
          .withFailMessage(
              "1000 scores, seed %d, temperature 0.7: number %d is %s; by its score and number 0, %s",
              seed, i, p[i], expected)
          .isTrue();
    }
    assertThat(Math.abs(sum - 1) <= 1e-12)
        .withFailMessage("1000 scores, seed %d, temperature 0.7: they add up to %s", seed, sum)
        .isTrue();
  }

  @Test
  @DisplayName("the scores stay as they are")
  void untouched() {
    float[] scores = FOURFOLD.clone();
    Temperature.distribution(scores, 3);
    assertThat(scores)
        .withFailMessage(
            "the scores must stay as they are: they were %s and are now %s",
            Arrays.toString(FOURFOLD), Arrays.toString(scores))
        .isEqualTo(FOURFOLD);
  }

  /// Of two scores the softmax is the logistic function of their difference.
  private static void assertPair(float[] scores, double temperature) {
    double difference = ((double) scores[1] - scores[0]) / temperature;
    assertDistribution(
        scores, temperature, 1 / (1 + Math.exp(difference)), 1 / (1 + Math.exp(-difference)));
  }

  private static void assertDistribution(float[] scores, double temperature, double... expected) {
    double[] actual = Temperature.distribution(scores.clone(), temperature);
    boolean close = actual.length == expected.length;
    double off = 0;
    for (int i = 0; close && i < expected.length; i++) {
      off = Math.max(off, Math.abs(actual[i] - expected[i]));
      close = Math.abs(actual[i] - expected[i]) <= 1e-12;
    }
    assertThat(close)
        .withFailMessage(
            "distribution(%s, %s): expected %s but was %s%s",
            Arrays.toString(scores),
            temperature,
            text(expected),
            text(actual),
            off > 0 && off < 1e-4 ? String.format(Locale.ROOT, ", off by %.1g", off) : "")
        .isTrue();
  }

  private static String text(double... p) {
    return Arrays.stream(p)
        .mapToObj(x -> String.format(Locale.ROOT, "%.4f", x))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
