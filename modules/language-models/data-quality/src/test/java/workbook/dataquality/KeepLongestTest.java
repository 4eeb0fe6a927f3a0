package workbook.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "data-quality/3",
    title = "Keep one of each cluster",
    hints = {
      "Draw 0 - 1 - 2, with the lengths 30, 10 and 20. Which one stays? A rule that looks at one"
          + " pair at a time keeps two of them.",
      "Union-find: an array in which each document points to one that will be kept in its stead,"
          + " and the kept ones to themselves. Before you join two documents, follow both to their"
          + " roots.",
      "parents[i] = i at first. For each pair, a and b are the roots of its two (follow parents"
          + " until parents[x] == x). If they differ: the one that is longer, or as long with the"
          + " smaller number, stays a root, and parents[other] = it. In the end return all i with"
          + " parents[i] == i."
    },
    chinese =
        @Exercise.Chinese(
            title = "每个簇保留一篇",
            hints = {
              "画出 0 - 1 - 2，长度分别为 30、10、20。应该保留哪一篇？每次只看一对的规则会保留两篇。",
              "并查集：用一个数组，让每篇文档指向代替它保留的那篇，被保留的指向自己。合并两篇之前，先分别找到它们的根。",
              "开始时 parents[i] = i。对每一对，a 和 b 是两篇的根（沿 parents 走到 parents[x] == x 为止）。若不同："
                  + "较长的，或一样长时编号较小的，仍是根，令 parents[另一个] = 它。最后返回所有 parents[i] == i 的 i。"
            }))
@DisplayName("Exercise 3: keep one of each cluster")
class KeepLongestTest {

  private static void assertKept(List<Integer> expected, int[] lengths, Pair... pairs) {
    assertThat(KeepLongest.of(lengths, List.of(pairs)))
        .as("kept of lengths %s with %s", Arrays.toString(lengths), List.of(pairs))
        .isEqualTo(expected);
  }

  @Test
  @DisplayName("without pairs all are kept")
  void alone() {
    assertKept(List.of(0, 1, 2), new int[] {5, 5, 5});
    assertKept(List.of(), new int[0]);
  }

  @Test
  @DisplayName("of a pair the longer one is kept, wherever it stands")
  void pair() {
    assertKept(List.of(0, 2), new int[] {9, 5, 7}, new Pair(0, 1));
    assertKept(List.of(1, 2), new int[] {5, 9, 7}, new Pair(0, 1));
  }

  @Test
  @DisplayName("of two that are as long the first one is kept")
  void equal() {
    assertKept(List.of(0), new int[] {5, 5}, new Pair(0, 1));
    assertKept(List.of(1), new int[] {5, 6, 6}, new Pair(0, 1), new Pair(0, 2));
    assertKept(List.of(1), new int[] {5, 6, 6}, new Pair(0, 2), new Pair(0, 1));
  }

  @Test
  @DisplayName("a chain is one cluster, although its ends are no pair")
  void chain() {
    assertKept(List.of(0), new int[] {30, 10, 20}, new Pair(0, 1), new Pair(1, 2));
    assertKept(List.of(2), new int[] {10, 20, 30}, new Pair(0, 1), new Pair(1, 2));
    assertKept(List.of(0), new int[] {30, 10, 20}, new Pair(1, 2), new Pair(0, 1));
  }

  @Test
  @DisplayName("two clusters that a late pair joins are one")
  void joined() {
    assertKept(
        List.of(2, 4), new int[] {1, 2, 4, 3, 9}, new Pair(0, 1), new Pair(2, 3), new Pair(1, 3));
    assertKept(List.of(1), new int[] {1, 4, 2, 3}, new Pair(0, 1), new Pair(2, 3), new Pair(0, 2));
  }

  /// Of 0 and 2 it is 2 that stays, and 1 is in no pair.
  @Test
  @DisplayName("what is kept is in ascending order, and not in the order of the clusters")
  void ascending() {
    assertKept(List.of(1, 2), new int[] {5, 1, 9}, new Pair(0, 2));
  }

  @Test
  @DisplayName("a document of length 0 is a document")
  void nothingInIt() {
    assertKept(List.of(0), new int[] {0});
    assertKept(List.of(0), new int[] {0, 0}, new Pair(0, 1));
  }

  @Test
  @DisplayName("what is given is not changed")
  void given() {
    int[] lengths = {5, 6};
    KeepLongest.of(lengths, List.of(new Pair(0, 1)));
    assertThat(Arrays.toString(lengths)).as("lengths [5, 6] afterwards").isEqualTo("[5, 6]");
  }

  @Test
  @DisplayName("a circle, and a pair that is there twice, change nothing")
  void circle() {
    assertKept(
        List.of(1),
        new int[] {5, 7, 6},
        new Pair(0, 1),
        new Pair(1, 2),
        new Pair(0, 2),
        new Pair(0, 1));
  }

  @Test
  @DisplayName("a chain of 50,000 in any order ends in one")
  void manyLinks() {
    int n = 50_000;
    int[] lengths = new int[n];
    Arrays.fill(lengths, 3);
    lengths[777] = 4;
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i < n; i++) {
      pairs.add(new Pair(i - 1, i));
    }
    Collections.shuffle(pairs, new Random(5));
    Collection<Integer> kept = KeepLongest.of(lengths, pairs);
    assertThat(kept.size()).as("documents kept of a chain of 50000").isEqualTo(1);
    assertThat(kept).as("the one that is kept of a chain of 50000").containsExactly(777);
  }
}
