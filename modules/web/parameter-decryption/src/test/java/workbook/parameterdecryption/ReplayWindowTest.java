package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "parameter-decryption/3",
    title = "Replays refused in 16 bytes",
    hints = {
      "What do you have to remember of the numbers far below the highest one? And of the last 64?",
      "Keep the highest number, and a long whose bit i says whether highest - i was seen. A new highest"
          + " number shifts the bits. What does Java do with `seen << 64`?",
      "Below 1: false. Above highest: let ahead be number - highest; seen becomes seen << ahead if ahead is"
          + " below 64 and 0 otherwise, then set bit 0, set highest, return true. Otherwise let behind"
          + " be highest - number: 64 or more is refused; return whether bit 1L << behind was not set, and"
          + " set it."
    },
    chinese =
        @Exercise.Chinese(
            title = "用 16 个字节拒绝重放",
            hints = {
              "比最大序号小很多的序号，需要记住什么？最近的 64 个呢？",
              "记住最大的序号，再用一个 long，第 i 位表示 highest - i 是否见过。出现新的最大序号时，各位要移动。Java 里 `seen << 64` 会得到什么？",
              "小于 1：返回 false。大于 highest：设 ahead 为 number - highest；ahead 小于 64 时 seen 变为 seen << ahead，否则变为 0；再把第 0 位置 1，更新 highest，返回 true。其余情况设 behind 为 highest - number：大于等于 64 就拒绝；否则返回 1L << behind 这一位原先是否为 0，并把它置 1。"
            }))
@DisplayName("Exercise 3: replays refused in 16 bytes")
class ReplayWindowTest {

  private static final long SEED = 20261127;

  /// What RFC 4303 asks for, with everything remembered.
  private static final class Everything {
    private final Set<Long> seen = new HashSet<>();
    private long highest;

    boolean accept(long number) {
      if (number < 1 || number <= highest - ReplayWindow.SIZE || !seen.add(number)) {
        return false;
      }
      highest = Math.max(highest, number);
      return true;
    }
  }

  private static void assertAccepted(List<Long> numbers) {
    ReplayWindow window = new ReplayWindow();
    Everything everything = new Everything();
    for (int i = 0; i < numbers.size(); i++) {
      long number = numbers.get(i);
      assertThat(window.accept(number))
          .as("whether %d is accepted after %s", number, last(numbers.subList(0, i)))
          .isEqualTo(everything.accept(number));
    }
  }

  private static String last(List<Long> numbers) {
    return numbers.isEmpty()
        ? "nothing"
        : numbers.size() > 6
            ? "..., " + numbers.subList(numbers.size() - 6, numbers.size())
            : numbers.toString();
  }

  @Test
  @DisplayName("each number once, and nothing below 1")
  void once() {
    assertAccepted(List.of(1L, 1L, 2L, 2L, 1L, 0L, -1L, Long.MIN_VALUE, 3L));
  }

  @Test
  @DisplayName("late ones within the window, once each, and none behind it")
  void window() {
    assertAccepted(List.of(100L, 37L, 37L, 36L, 38L, 99L, 99L, 100L));
  }

  @Test
  @DisplayName("what was lost may still come, and what came may not")
  void gaps() {
    assertAccepted(List.of(1L, 3L, 2L, 2L, 40L, 39L, 3L, 2L, 4L, 40L));
  }

  @Test
  @DisplayName("after a step of the whole window and more, nothing old is left")
  void jumps() {
    // The bits of the first numbers must not come back as those of others.
    assertAccepted(List.of(1L, 2L, 65L, 2L, 3L, 66L, 3L));
    assertAccepted(List.of(5L, 5L + 64, 5L, 6L, 6L));
    assertAccepted(List.of(5L, 5L + 65, 69L, 6L, 7L));
    assertAccepted(List.of(5L, 5L + 128, 5L + 127, 5L + 65, 5L + 64));
  }

  @Test
  @DisplayName("up to the last number that a long has")
  void largest() {
    assertAccepted(
        List.of(1L, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 63, Long.MAX_VALUE - 64, 1L));
    assertAccepted(List.of(4L, 5L, (1L << 32) + 5, (1L << 32) + 4));
    assertAccepted(
        List.of((1L << 32) + 5, 5L, (1L << 32) + 5, (1L << 32) + 6 - 40, (1L << 32) - 34));
  }

  @Test
  @DisplayName("as with everything remembered, in 200 random orders")
  void random() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    for (int run = 0; run < 200; run++) {
      List<Long> numbers = new ArrayList<>();
      long at = 1;
      for (int i = 0; i < 200; i++) {
        at += random.nextInt(10) == 0 ? random.nextInt(150) : random.nextInt(3);
        numbers.add(at - random.nextInt(80));
      }
      assertAccepted(numbers);
    }
  }
}
