package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "text/3",
    title = "A split that does not leak",
    hints = {
      "Pieces overlap: the piece at 0 and the piece at 1 share all but one character. So is a piece"
          + " that was left out of training really unknown?",
      "Split the text first and cut the pieces after that, each out of one side only.",
      "A piece of length n at start covers start to start + n - 1. Go through all starts from 0 to"
          + " characters - n, both included: it is for training if start + n <= split, for validation"
          + " if start >= split, and else for neither."
    },
    chinese =
        @Exercise.Chinese(
            title = "不泄漏的数据划分",
            hints = {
              "片段互相重叠：从 0 开始的片段与从 1 开始的只差一个字符。没有用来训练的片段，真的算没见过吗？",
              "先划分文本，再切片段，每个片段只取自一侧。",
              "从 start 开始、长 n 的片段覆盖 start 到 start + n - 1。让 start 从 0 走到 characters - n（含两端）："
                  + "start + n <= split 的归训练集，start >= split 的归验证集，其余两边都不要。"
            }))
@DisplayName("Exercise 3: a split that does not leak")
class WindowsTest {

  @Test
  @DisplayName("seven characters, split at four, pieces of two")
  void seven() {
    assertNoLeak(7, 4, 2);
    // 0-1, 1-2, 2-3 | 4-5, 5-6; and 3-4 on neither side.
    assertSides(7, 4, 2, List.of(0, 1, 2), List.of(4, 5));
  }

  @Test
  @DisplayName("pieces of one character: every one is on its side")
  void one() {
    assertSides(5, 3, 1, List.of(0, 1, 2), List.of(3, 4));
  }

  @Test
  @DisplayName("pieces longer than a side: none there")
  void tooLong() {
    assertSides(10, 7, 4, List.of(0, 1, 2, 3), List.of());
    assertSides(10, 2, 3, List.of(), List.of(2, 3, 4, 5, 6, 7));
    assertSides(4, 2, 9, List.of(), List.of());
  }

  @Test
  @DisplayName("all of the text on one side: the other is empty")
  void oneSide() {
    assertSides(3, 0, 2, List.of(), List.of(0, 1));
    assertSides(3, 3, 2, List.of(0, 1), List.of());
  }

  @Test
  @DisplayName("any text: no character is on both sides, and no piece that fits is lost")
  void any() {
    Random random = new Random(33);
    for (int i = 0; i < 500; i++) {
      int characters = random.nextInt(2, 16);
      int split = random.nextInt(1, characters);
      int length = random.nextInt(1, 6);
      assertNoLeak(characters, split, length);
      // By the definition: all of a piece's characters lie on one side.
      List<Integer> training = new ArrayList<>();
      List<Integer> validation = new ArrayList<>();
      for (int start = 0; start + length <= characters; start++) {
        if (start + length <= split) {
          training.add(start);
        } else if (start >= split) {
          validation.add(start);
        }
      }
      assertSides(characters, split, length, training, validation);
    }
  }

  private static void assertSides(
      int characters, int split, int length, List<Integer> training, List<Integer> validation) {
    Windows.Sides sides = Windows.split(characters, split, length);
    String what = what(characters, split, length);
    assertThat(sides.training()).as("%s: to learn from", what).isEqualTo(training);
    assertThat(sides.validation()).as("%s: to be asked about", what).isEqualTo(validation);
  }

  private static void assertNoLeak(int characters, int split, int length) {
    Windows.Sides sides = Windows.split(characters, split, length);
    BitSet both = covered(sides.training(), length);
    both.and(covered(sides.validation(), length));
    assertThat(both)
        .as("%s: the characters that are on both sides", what(characters, split, length))
        .isEqualTo(new BitSet());
  }

  private static BitSet covered(List<Integer> starts, int length) {
    BitSet covered = new BitSet();
    starts.forEach(start -> covered.set(start, start + length));
    return covered;
  }

  private static String what(int characters, int split, int length) {
    return "the pieces of %d characters of %d, split at %d".formatted(length, characters, split);
  }
}
