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
      "A probability is 1 at most: min(1, sqrt(threshold / share)), where share is the count divided "
          + "by the sum of the counts, with that sum as a double."
    },
    chinese =
        @Exercise.Chinese(
            title = "高频词的二次采样",
            hints = {
              "一个词有多常见，要看它占全部词的比例：它的次数除以所有次数之和。",
              "保留的概率是 threshold / 比例 的平方根。对罕见的词，这会得到多少？",
              "概率最大是 1：min(1, sqrt(threshold / 比例))，其中比例是次数除以总和，总和先转成 double。"
            }))
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
    long[] given = counts.clone();
    double[] actual = Subsampling.kept(given, threshold);
    assertThat(given)
        .withFailMessage(
            "the counts must stay as they are: they were (%s) and are now (%s)",
            text(counts), text(given))
        .isEqualTo(counts);
    boolean hidden = text(expected).equals(text(actual));
    String message =
        "kept((%s), %s): expected %s but was %s"
            .formatted(
                text(counts),
                threshold,
                hidden ? Arrays.toString(expected) : text(expected),
                hidden ? Arrays.toString(actual) : text(actual));
    assertThat(actual).withFailMessage(message).hasSize(expected.length);
    for (int i = 0; i < actual.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]) < 1e-12).withFailMessage(message).isTrue();
    }
  }

  private static String text(long... counts) {
    return Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String text(double... x) {
    return Arrays.stream(x)
        .mapToObj(one -> String.format(Locale.ROOT, "%.3f", one))
        .collect(Collectors.joining(", "));
  }
}
