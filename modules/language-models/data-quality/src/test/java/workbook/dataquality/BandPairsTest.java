package workbook.dataquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "data-quality/2",
    title = "Who is worth a comparison?",
    hints = {
      "Take one band at a time. For that band, put each document into a bucket, by what it has in"
          + " the band's rows. Who shares a bucket is a pair.",
      "The key of a bucket must be the rows themselves, in order: a List<Long> will do, a sum or a"
          + " hash code of them will not. Each band needs buckets of its own.",
      "If length % rows is not 0, throw. For from = 0, rows, 2 rows … below length: a new"
          + " HashMap<List<Long>, List<Integer>>; for each document i take the key"
          + " Arrays.stream(Arrays.copyOfRange(signature, from, from + rows)).boxed().toList(); add"
          + " new Pair(other, i) for each other in its bucket; then add i to the bucket."
    },
    chinese =
        @Exercise.Chinese(
            title = "哪些文档值得比较？",
            hints = {
              "一次处理一个条带（band）。按文档在这个条带各行的取值，把它放进一个桶；同一个桶里的文档两两成对。",
              "桶的键必须是这几行本身，并保持顺序：可以用 List<Long>，不能用它们的和或哈希码。每个条带要有自己的桶。",
              "若 length % rows 不为 0，抛出异常。from 依次取 0、rows、2 rows……（小于 length）：新建"
                  + " HashMap<List<Long>, List<Integer>>；对每个文档 i，键为"
                  + " Arrays.stream(Arrays.copyOfRange(signature, from, from + rows)).boxed().toList()；"
                  + "对桶中已有的每个 other 加入 new Pair(other, i)，再把 i 放进桶。"
            }))
@DisplayName("Exercise 2: who is worth a comparison?")
class BandPairsTest {

  private static void assertPairs(Set<Pair> expected, long[][] signatures, int rows) {
    Set<Pair> pairs = BandPairs.of(signatures, rows);
    assertThat(new TreeSet<>(pairs))
        .as("pairs of %s in bands of %d", Arrays.deepToString(signatures), rows)
        .isEqualTo(new TreeSet<>(expected));
  }

  @Test
  @DisplayName("equal in the first band, in the last, in both, in none")
  void bands() {
    assertPairs(Set.of(new Pair(0, 1)), new long[][] {{1, 2, 3, 4}, {1, 2, 5, 6}}, 2);
    assertPairs(Set.of(new Pair(0, 1)), new long[][] {{1, 2, 3, 4}, {5, 6, 3, 4}}, 2);
    assertPairs(Set.of(new Pair(0, 1)), new long[][] {{1, 2, 3, 4}, {1, 2, 3, 4}}, 2);
    assertPairs(Set.of(), new long[][] {{1, 2, 3, 4}, {5, 6, 7, 8}}, 2);
  }

  @Test
  @DisplayName("one equal row of each band is not enough")
  void oneRow() {
    assertPairs(Set.of(), new long[][] {{1, 2, 3, 4}, {1, 9, 3, 9}}, 2);
  }

  @Test
  @DisplayName("two equal rows that lie in two bands are not enough")
  void across() {
    assertPairs(Set.of(), new long[][] {{1, 2, 3, 4}, {9, 2, 3, 9}}, 2);
  }

  @Test
  @DisplayName("the same numbers in another band are no match")
  void otherBand() {
    assertPairs(Set.of(), new long[][] {{1, 2, 3, 4}, {5, 6, 1, 2}}, 2);
  }

  @Test
  @DisplayName("the same numbers in another order, or with the same sum or hash code, are no match")
  void collisions() {
    assertPairs(Set.of(), new long[][] {{1, 2}, {2, 1}}, 2);
    assertPairs(Set.of(), new long[][] {{1, 4}, {2, 3}}, 2);
    // Arrays.hashCode and List.hashCode: 31 · first + second.
    assertPairs(Set.of(), new long[][] {{0, 31}, {1, 0}}, 2);
    assertPairs(Set.of(), new long[][] {{1L << 32}, {1}}, 1);
    assertPairs(Set.of(), new long[][] {{1, 11}, {11, 1}, {111, 1}}, 2);
    // 1000 · first + second is 1000 for both, and 1000003 · first + second is 1000003.
    assertPairs(Set.of(), new long[][] {{0, 1000}, {1, 0}}, 2);
    assertPairs(Set.of(), new long[][] {{0, 1_000_003}, {1, 0}}, 2);
    // As texts, [258286474640] and [895589409887], both have the hash code 933285350.
    assertPairs(Set.of(), new long[][] {{258_286_474_640L}, {895_589_409_887L}}, 1);
  }

  /// Java keeps one Long each of -128 to 127 only, an int has 32 bits, and a double 53.
  @Test
  @DisplayName("all 64 bits of a number count")
  void large() {
    assertPairs(Set.of(new Pair(0, 1)), new long[][] {{1000, 2000}, {1000, 2000}}, 2);
    assertPairs(Set.of(), new long[][] {{1L << 32}, {0}}, 1);
    assertPairs(Set.of(), new long[][] {{1L << 53}, {(1L << 53) + 1}}, 1);
  }

  @Test
  @DisplayName("three in one bucket are three pairs")
  void three() {
    assertPairs(
        Set.of(new Pair(0, 1), new Pair(0, 3), new Pair(1, 3)),
        new long[][] {{7, 1}, {7, 2}, {8, 3}, {7, 4}},
        1);
  }

  @Test
  @DisplayName("rows that would never be used are refused")
  void leftOver() {
    assertRefused(
        "3 places in bands of 2, one of which no band uses",
        2,
        new long[] {1, 2, 3},
        new long[] {4, 5, 6});
    assertRefused(
        "2 places in bands of 3, so there is no band", 3, new long[] {1, 2}, new long[] {1, 2});
    assertRefused(
        "3 places of one document in bands of 2, one of which no band uses",
        2,
        new long[] {1, 2, 3});
  }

  private static void assertRefused(String what, int rows, long[]... signatures) {
    assertThat(catchThrowable(() -> BandPairs.of(signatures, rows)))
        .as("thrown for " + what)
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("what is given is not changed")
  void given() {
    long[][] signatures = {{2, 1}, {2, 1}};
    BandPairs.of(signatures, 2);
    assertThat(Arrays.deepToString(signatures))
        .as("signatures [[2, 1], [2, 1]] afterwards")
        .isEqualTo("[[2, 1], [2, 1]]");
  }

  @Test
  @DisplayName("no documents are no pairs")
  void none() {
    assertPairs(Set.of(), new long[0][], 2);
  }

  @Test
  @DisplayName("50 random signatures of 24 places, in bands of 1 to 24 rows")
  void random() {
    SplittableRandom random = new SplittableRandom(3);
    long[] numbers = random.longs(4).toArray();
    long[][] signatures = new long[50][24];
    for (long[] signature : signatures) {
      Arrays.setAll(signature, _ -> numbers[random.nextInt(4)]);
    }
    signatures[49] = signatures[20].clone();
    for (int rows : new int[] {1, 2, 3, 4, 6, 8, 12, 24}) {
      Set<Pair> expected = new TreeSet<>();
      for (int i = 0; i < signatures.length; i++) {
        for (int j = i + 1; j < signatures.length; j++) {
          if (agree(signatures[i], signatures[j], rows)) {
            expected.add(new Pair(i, j));
          }
        }
      }
      assertThat(new TreeSet<>(BandPairs.of(signatures, rows)))
          .as("pairs of 50 random signatures (seed 3) in bands of %d", rows)
          .isEqualTo(expected);
    }
  }

  private static boolean agree(long[] a, long[] b, int rows) {
    for (int from = 0; from < a.length; from += rows) {
      if (Arrays.equals(a, from, from + rows, b, from, from + rows)) {
        return true;
      }
    }
    return false;
  }
}
