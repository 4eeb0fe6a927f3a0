package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.exercise.Exercise;

@Exercise(
    id = "climbing-stairs/6",
    title = "The way with a given number",
    hints = {
      "How many ways begin with the smallest move? If the number you look for is below that, what"
          + " is the first move?",
      "If it is not, take that many away from the number and look at the next size. Each move"
          + " brings you to the same question on fewer steps.",
      "Refuse a negative n. Make a BigInteger[] with the number of ways for every height from 0 up to n; an index below 0,"
          + " or not below ways[n], is an IndexOutOfBoundsException. At each step up, for each size that"
          + " fits: if the index is below ways[left - size], make that move; if not, subtract it and go"
          + " on to the next size."
    },
    chinese =
        @Exercise.Chinese(
            title = "给定编号的那一种爬法",
            hints = {
              "以最小的一步开头的爬法有多少种？如果要找的编号比它小，第一步是什么？",
              "如果不小于它，就从编号里减去这么多，再看下一种步长。每走一步，问题不变，只是台阶少了。",
              "先拒绝负的 n。用 BigInteger[] 存下从 0 到 n 每个高度的爬法数；编号小于 0 或不小于 ways[n] 就抛出 IndexOutOfBoundsException。往上每走一步，对每个走得下的步长：编号小于 ways[left - size] 就走这一步；否则减去它，再看下一种步长。"
            }))
@DisplayName("Exercise 6: the way with a given number")
class NthWayTest {

  @Test
  @DisplayName("3 steps: 1+1+1, 1+2, 2+1")
  void three() {
    assertThat(at(Steps.ONE_OR_TWO, 3, 0)).as("way 0 of 3 steps").isEqualTo(List.of(1, 1, 1));
    assertThat(at(Steps.ONE_OR_TWO, 3, 1)).as("way 1 of 3 steps").isEqualTo(List.of(1, 2));
    assertThat(at(Steps.ONE_OR_TWO, 3, 2)).as("way 2 of 3 steps").isEqualTo(List.of(2, 1));
  }

  @Test
  @DisplayName("no steps: way 0 is to stay")
  void none() {
    assertThat(at(Steps.ONE_OR_TWO, 0, 0)).as("way 0 of 0 steps").isEmpty();
  }

  static Stream<Arguments> upTo12() {
    return Stream.of(
            Steps.ONE_OR_TWO, Steps.of(1, 3, 5), Steps.of(2, 3), Steps.of(2, 4), Steps.upTo(4))
        .flatMap(steps -> IntStream.rangeClosed(0, 12).mapToObj(n -> Arguments.of(n, steps)));
  }

  @ParameterizedTest(name = "{0} steps, {1} at a time")
  @MethodSource("upTo12")
  @DisplayName("the same as the list, for several sets of steps")
  void listed(int n, Steps steps) {
    List<List<Integer>> ways = Ways.all(steps, n).toList();
    for (int i = 0; i < ways.size(); i++) {
      assertThat(at(steps, n, i))
          .as("way %d of %d steps, %s at a time", i, n, steps)
          .isEqualTo(ways.get(i));
    }
  }

  /// One test for all: who looks behind the last may look for ever.
  @Test
  @DisplayName("there is none behind the last")
  void behindTheLast() {
    upTo12()
        .map(Arguments::get)
        .forEach(arguments -> {
          int n = (int) arguments[0];
          Steps steps = (Steps) arguments[1];
          int count = (int) Ways.all(steps, n).count();
          assertNone(
              steps,
              n,
              BigInteger.valueOf(count),
              "way %d of %d steps, %s at a time: %s"
                  .formatted(
                      count,
                      n,
                      steps,
                      count == 0 ? "there is none" : "the last is way " + (count - 1)));
        });
  }

  @Test
  @DisplayName("the last of 100 steps is twos only, at an index beyond a long")
  void lastOfHundred() {
    // A000045(101) = 573147844013817084101 ways.
    BigInteger count = new BigInteger("573147844013817084101");
    assertThat(at(Steps.ONE_OR_TWO, 100, count.subtract(BigInteger.ONE)))
        .as("the last way of 100 steps")
        .isEqualTo(Collections.nCopies(50, 2));
    assertNone(Steps.ONE_OR_TWO, 100, count, "the way after the last of 100 steps");
  }

  @Test
  @DisplayName("an index that needs more than a long")
  void beyondLong() {
    // Zeckendorf: with steps of 1 or 2, a 2 with r steps left to the top stands for ways(r - 1).
    BigInteger index = BigInteger.TEN.pow(20);
    List<Integer> way = at(Steps.ONE_OR_TWO, 100, index);
    assertThat(way).as("way 10^20 of 100 steps").isEqualTo(zeckendorf(100, index));
    assertThat(index(way)).as("the ways before the one found").isEqualTo(index);
  }

  /// How many ways come before this one. A 2 has those before it that make a 1 at its place.
  private static BigInteger index(List<Integer> way) {
    int left = way.stream().mapToInt(Integer::intValue).sum();
    BigInteger before = BigInteger.ZERO;
    for (int move : way) {
      if (move == 2) {
        before = before.add(TwoVariables.ways(left - 1, new Counter()));
      }
      left -= move;
    }
    return before;
  }

  /// The way at an index by Zeckendorf's theorem: the index is a sum of Fibonacci numbers, no two
  /// of them neighbours, and the largest that fits is always one of them.
  private static List<Integer> zeckendorf(int n, BigInteger index) {
    List<Integer> way = new ArrayList<>();
    int left = n;
    BigInteger rest = index;
    while (left > 0) {
      BigInteger ways = TwoVariables.ways(left - 1, new Counter());
      boolean two = rest.compareTo(ways) >= 0;
      way.add(two ? 2 : 1);
      rest = two ? rest.subtract(ways) : rest;
      left -= two ? 2 : 1;
    }
    return way;
  }

  @Test
  @DisplayName("10,000 steps are not too many")
  void high() {
    assertThat(at(Steps.ONE_OR_TWO, 10_000, 0).size())
        .as("moves in way 0 of 10000 steps")
        .isEqualTo(10_000);
    List<Integer> way = at(Steps.ONE_OR_TWO, 10_000, 1);
    assertThat(way.size()).as("moves in way 1 of 10000 steps").isEqualTo(9_999);
    assertThat(way.getLast()).as("the last move of way 1 of 10000 steps").isEqualTo(2);
  }

  @Test
  @DisplayName("a negative index and a negative n are refused")
  void negative() {
    assertThatThrownBy(() -> at(Steps.ONE_OR_TWO, 3, -1), "way -1 of 3 steps")
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> at(Steps.ONE_OR_TWO, -3, 0), "way 0 of -3 steps")
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Integer> at(Steps steps, int n, BigInteger index) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> NthWay.at(steps, n, index),
        "way %d of %d steps was not found within 5 seconds".formatted(index, n));
  }

  /// The limit is around the answer alone: that it is over is no exception of the answer's.
  private static void assertNone(Steps steps, int n, BigInteger index, String what) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThatThrownBy(() -> NthWay.at(steps, n, index), what)
              .isInstanceOf(IndexOutOfBoundsException.class);
        },
        what + " within 5 seconds");
  }

  private static List<Integer> at(Steps steps, int n, long index) {
    return at(steps, n, BigInteger.valueOf(index));
  }
}
