package workbook.dataquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Signatures")
class MinHashTest {

  private static final long[] A = numbers(0, 80);
  private static final long[] B = numbers(20, 100);

  private static long[] numbers(int from, int to) {
    return Shingles.distinct(LongStream.range(from, to).map(Shingles::mix).toArray());
  }

  /// 60 in both, 100 in either.
  @Test
  @DisplayName("of two sets whose Jaccard similarity is 0.6")
  void exact() {
    assertThat(Shingles.jaccard(A, B)).isEqualTo(.6);
  }

  /// Broder 1997: the mean is J, the standard deviation √(J (1 − J) / n). The mean of 400 estimates
  /// is off by less than three of its own standard deviations, .0433 / 20; and the deviation of the
  /// estimates is right within a tenth, where chance alone makes 1 / √800 = .035 of it.
  @Test
  @DisplayName("agree at as many places as they should in the mean, and scatter as they should")
  void unbiased() {
    int seeds = 400;
    int n = 128;
    double sum = 0;
    double squares = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      MinHash minHash = new MinHash(n, seed);
      double estimate = MinHash.similarity(minHash.signature(A), minHash.signature(B));
      sum += estimate;
      squares += estimate * estimate;
    }
    double mean = sum / seeds;
    double expected = Math.sqrt(.6 * .4 / n);
    assertThat(mean).isCloseTo(.6, within(3 * expected / Math.sqrt(seeds)));
    assertThat(Math.sqrt(squares / seeds - mean * mean)).isCloseTo(expected, within(.1 * expected));
  }

  @Test
  @DisplayName("of two seeds say nothing about each other")
  void seeds() {
    assertThat(
            MinHash.similarity(new MinHash(128, 1).signature(A), new MinHash(128, 2).signature(A)))
        .isLessThan(.05);
  }
}
