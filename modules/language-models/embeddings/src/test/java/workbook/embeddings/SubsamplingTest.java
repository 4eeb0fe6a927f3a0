package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "embeddings/2",
    title = "Fewer of the frequent words",
    hints = {
      "How often a word comes is its share of all words: its count, divided by the sum of "
          + "the counts.",
      "The share that is kept is the root of threshold / share. What does that give for a "
          + "rare word?",
      "A probability is 1 at most: min(1, sqrt(threshold / share)), with the division done "
          + "in double."
    })
@DisplayName("Exercise 2: fewer of the frequent words")
class SubsamplingTest {

  @Test
  @DisplayName("a frequent word loses most of its occurrences")
  void frequent() {
    // The shares are 0.9 and 0.1: sqrt(1/9) and sqrt(1).
    assertKept(new long[] {90, 10}, .1, 1.0 / 3, 1);
    // 0.64, 0.36: sqrt(1/64), sqrt(1/36).
    assertKept(new long[] {64, 36}, .01, .125, 1.0 / 6);
  }

  @Test
  @DisplayName("a rare one keeps them all")
  void rare() {
    assertKept(new long[] {90, 9, 1}, .1, 1.0 / 3, 1, 1);
    assertKept(new long[] {3, 1}, 1, 1, 1);
  }

  @Test
  @DisplayName("only the share matters, not how long the text is")
  void share() {
    assertKept(new long[] {90_000_000_000L, 10_000_000_000L}, .1, 1.0 / 3, 1);
  }

  private static void assertKept(long[] counts, double threshold, double... expected) {
    double[] actual = Subsampling.kept(counts, threshold);
    String message =
        "kept((%s), %s): expected %s but was %s"
            .formatted(
                Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining(", ")),
                threshold,
                text(expected),
                text(actual));
    assertThat(actual).withFailMessage(message).hasSize(expected.length);
    for (int i = 0; i < actual.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]) < 1e-12).withFailMessage(message).isTrue();
    }
  }

  private static String text(double... x) {
    return Arrays.stream(x)
        .mapToObj(one -> String.format(Locale.ROOT, "%.3f", one))
        .collect(Collectors.joining(", "));
  }
}
