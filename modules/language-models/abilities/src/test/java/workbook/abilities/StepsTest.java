package workbook.abilities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "abilities/2",
    title = "Steps, and who checks them",
    hints = {
      "What is the parity of 110 and one more bit, if you know the parity of 110? And of no bits at"
          + " all?",
      "parity ^= bit is one step. A checker can write the right steps itself: they follow from the"
          + " bits alone.",
      "written: parity = 0; for each bit parity ^= bit and append it. firstWrong: compare what"
          + " stands behind = with what written makes of the bits before it, up to the longer of"
          + " the two; the first place where they differ or where one has ended is the answer; else"
          + " -1."
    },
    chinese =
        @Exercise.Chinese(
            title = "逐步书写与检查",
            hints = {
              "已知 110 的奇偶性，再加一位，怎么算？一位都没有时是多少？",
              "parity ^= bit 就是一步。检查时可以自己写出正确的步骤：它们只由各位决定。",
              "written：parity = 0；对每一位做 parity ^= bit 并追加。firstWrong：把 = 之后的内容与 written"
                  + " 由前面各位得到的步骤比较，一直比到较长者的末尾；第一处不同或一方已经结束的位置就是答案；否则返回 -1。"
            }))
@DisplayName("Exercise 2: steps, and who checks them")
class StepsTest {

  private static void assertWritten(String bits, String expected) {
    assertThat(Steps.written(bits)).as("the steps of %s", bits).isEqualTo(expected);
  }

  private static void assertWrong(int expected, String text) {
    int step = Steps.firstWrong(text);
    assertThat(step)
        .withFailMessage("the first wrong step of %s: expected %d but was %d", text, expected, step)
        .isEqualTo(expected);
  }

  @Test
  @DisplayName("a step for each bit: odd or even up to there")
  void written() {
    assertWritten("1101", "1101=1001");
    assertWritten("0", "0=0");
    assertWritten("1", "1=1");
    assertWritten("0001", "0001=0001");
    assertWritten("111111", "111111=101010");
  }

  @Test
  @DisplayName("right steps have nothing wrong")
  void right() {
    for (String text : new String[] {"1101=1001", "0=0", "1=1", "000=000", "111=101"}) {
      assertWrong(-1, text);
    }
  }

  /// 1101 asks for 1001.
  @Test
  @DisplayName("the first wrong step is found, though the answer is right")
  void first() {
    assertWrong(0, "1101=0001");
    assertWrong(1, "1101=1101");
    assertWrong(1, "1101=1111");
    assertWrong(3, "1101=1000");
  }

  /// From the wrong 1 at step 1, the right way on would be 1 and 0: 1101=1110 is consistent in
  /// itself, but for one step.
  @Test
  @DisplayName("a mistake that is carried on is one from where it was made")
  void carried() {
    assertWrong(1, "1101=1110");
    assertWrong(0, "000=111");
  }

  @Test
  @DisplayName("a missing step is wrong, and one too many")
  void length() {
    assertWrong(0, "1101=");
    assertWrong(3, "1101=100");
    assertWrong(4, "1101=10010");
    assertWrong(1, "0=00");
  }

  /// A hundred ones are no number of 64 bits. Each of the others has one mistake.
  @Test
  @DisplayName("many bits, and the first mistake of two kinds")
  void more() {
    assertWritten("1".repeat(100), "1".repeat(100) + "=" + "10".repeat(50));
    assertWrong(-1, "1".repeat(100) + "=" + "10".repeat(50));
    assertWrong(1, "0=000");
    assertWrong(1, "1101=11");
    assertWrong(4, "1101=1001=");
    assertWrong(1, "0=0=x");
    assertWrong(4, "1101=1001 ");
    assertWrong(1, "1=1\n1");
    assertWrong(0, "1=\u0661");
    assertWrong(1, "1101=1x001");
    assertWrong(4, "1101=1001x");
  }

  @Test
  @DisplayName("a model may write nonsense")
  void nonsense() {
    assertWrong(2, "1101=10.1");
    assertWrong(1, "1101=1=01");
    assertWrong(0, "11=stop");
    assertWrong(0, "1101=3001");
  }
}
