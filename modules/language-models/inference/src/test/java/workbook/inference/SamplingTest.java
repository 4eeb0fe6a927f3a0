package workbook.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.autograd.Golden;
import workbook.topictest.Near;

@DisplayName("Sampling")
class SamplingTest {

  private static final float[] LOGITS = {2, 1, .5f, 0, -1};

  /// What Hugging Face's processors (transformers 5.18.0) make of these logits.
  @ParameterizedTest
  @MethodSource("known")
  @DisplayName("gives the probabilities of Hugging Face's processors")
  void huggingFace(Sampling sampling, double[] expected) {
    Near.assertClose(
        sampling.toString(),
        Arrays.copyOf(expected, LOGITS.length),
        sampling.probabilities(LOGITS),
        1e-6);
  }

  private static Stream<Arguments> known() {
    return Stream.of(
        known(1, 0, 1, .563021, .207124, .125627, .076197, .028031),
        known(.5, 0, 1, .829245, .112226, .041286, .015188, .002055),
        known(2, 0, 1, .374545, .227173, .176922, .137787, .083572),
        known(1, 2, 1, .731059, .268941),
        known(1, 0, .5, 1),
        known(1, 0, .6, .731059, .268941),
        known(1, 0, .8, .628532, .231224, .140244),
        known(1, 0, .9, .579259, .213097, .12925, .078394),
        known(1, 0, .95, .579259, .213097, .12925, .078394),
        // The temperature first: the other order gives .830953 .112457 .041371 .015219.
        known(.5, 0, .9, .880797, .119203));
  }

  private static Arguments known(double temperature, int k, double p, double... expected) {
    return Arguments.of(new Sampling(temperature, k, p), expected);
  }

  /// golden.py defines the three steps as Hugging Face does, and PyTorch computes them.
  @Test
  @DisplayName("gives those of PyTorch for 20 rows of random scores and 48 settings")
  void pytorch() {
    Golden golden = Golden.beside(SamplingTest.class);
    float[] logits = golden.floats("sampling/logits");
    float[] settings = golden.floats("sampling/settings");
    float[] expected = golden.floats("sampling/probabilities");
    for (int setting = 0; setting < settings.length / 3; setting++) {
      Sampling sampling =
          new Sampling(
              rounded(settings[setting * 3]),
              (int) settings[setting * 3 + 1],
              rounded(settings[setting * 3 + 2]));
      for (int row = 0; row < 20; row++) {
        int at = (setting * 20 + row) * 9;
        Near.assertClose(
            "%s, row %d".formatted(sampling, row),
            doubles(Arrays.copyOfRange(expected, at, at + 9)),
            sampling.probabilities(Arrays.copyOfRange(logits, row * 9, row * 9 + 9)),
            1e-6);
      }
    }
    assertThat(settings).hasSize(48 * 3);
  }

  private static double rounded(float x) {
    return Math.round(x * 1000.0) / 1000.0;
  }

  private static double[] doubles(float[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i];
    }
    return y;
  }

  @Test
  @DisplayName("takes the lowest of equal tokens first, in each of its forms")
  void ties() {
    float[] logits = {1, 3, 3, 3, 1};
    assertThat(Sampling.GREEDY.probabilities(logits)).containsExactly(0, 1, 0, 0, 0);
    assertThat(new Sampling(1, 1, 1).probabilities(logits)).containsExactly(0, 1, 0, 0, 0);
    assertThat(new Sampling(1, 2, 1).probabilities(logits)).containsExactly(0, .5, .5, 0, 0);
    assertThat(new Sampling(1, 0, .5).probabilities(logits)).containsExactly(0, .5, .5, 0, 0);
    assertThat(Logits.largest(logits)).isEqualTo(1);
  }

  @Test
  @DisplayName("does not overflow, and never draws what has no chance")
  void extreme() {
    float[] logits = {-3e38f, 1e4f, 9e3f, Float.NEGATIVE_INFINITY};
    assertThat(new Sampling(.01, 0, 1).probabilities(logits)).containsExactly(0, 1, 0, 0);
    assertThat(Sampling.PLAIN.draw(logits, 0)).isEqualTo(1);
    assertThat(Sampling.PLAIN.draw(logits, Math.nextDown(1.0))).isEqualTo(1);
    assertThat(Logits.logs(logits)[1]).isZero();
  }

  @Test
  @DisplayName("gives each token as much room as its probability, in the order of the tokens")
  void draw() {
    float[] logits = {0, (float) Math.log(2), 0};
    assertThat(Sampling.PLAIN.draw(logits, 0)).isZero();
    assertThat(Sampling.PLAIN.draw(logits, .249)).isZero();
    assertThat(Sampling.PLAIN.draw(logits, .251)).isEqualTo(1);
    assertThat(Sampling.PLAIN.draw(logits, .749)).isEqualTo(1);
    assertThat(Sampling.PLAIN.draw(logits, .751)).isEqualTo(2);
  }

  /// Of n draws a token of probability p comes n p times, with a standard deviation of √(n p
  /// (1-p)). More than 5 of these happen once in 1.7 million.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("draws each token as often as it should, to five standard deviations")
  void statistics(long seed) {
    int n = 20_000;
    SplittableRandom random = new SplittableRandom(seed);
    Sampling sampling = new Sampling(.8, 4, .97);
    int[] counts = new int[LOGITS.length];
    for (int i = 0; i < n; i++) {
      counts[sampling.draw(LOGITS, random.nextDouble())]++;
    }
    double[] p = sampling.probabilities(LOGITS);
    for (int token = 0; token < p.length; token++) {
      Near.assertNear(
          "seed %d: how often token %d comes".formatted(seed, token),
          n * p[token],
          counts[token],
          5 * Math.sqrt(n * p[token] * (1 - p[token])));
    }
    assertThat(p[4]).isZero();
  }

  @Test
  @DisplayName("refuses numbers without a meaning")
  void refused() {
    for (double temperature : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Sampling(temperature, 0, 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (double p : new double[] {0, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> new Sampling(1, 0, p)).hasMessageEndingWith("0, " + p);
    }
    assertThatThrownBy(() -> new Sampling(1, -1, 1)).hasMessageContaining("got 1.0, -1, 1.0");
  }
}
