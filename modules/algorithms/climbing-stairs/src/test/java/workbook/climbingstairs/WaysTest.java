package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Printed;

@DisplayName("The ways themselves")
class WaysTest {

  @Test
  @DisplayName("for 3 steps are 1+1+1, 1+2 and 2+1, as in LeetCode 70")
  void three() {
    assertThat(Ways.all(Steps.ONE_OR_TWO, 3))
        .containsExactly(List.of(1, 1, 1), List.of(1, 2), List.of(2, 1));
  }

  @Test
  @DisplayName("for 0 steps are one, and it is empty")
  void zero() {
    assertThat(Ways.all(Steps.ONE_OR_TWO, 0)).containsExactly(List.of());
  }

  @Test
  @DisplayName("are none where no way leads up")
  void none() {
    assertThat(Ways.all(Steps.of(2, 4), 7)).isEmpty();
    assertThat(Ways.all(Steps.of(3), 2)).isEmpty();
  }

  @Test
  @DisplayName("all reach the top with allowed moves, are in order, and none comes twice")
  void valid() {
    Steps steps = Steps.of(2, 3, 7);
    List<List<Integer>> ways = Ways.all(steps, 20).toList();
    assertThat(ways)
        .allSatisfy(way -> {
          assertThat(way.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
          assertThat(steps.sizes()).containsAll(way);
        })
        .isSortedAccordingTo(WaysTest::compare);
    assertThat(new HashSet<>(ways)).hasSameSizeAs(ways);
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (!a.get(i).equals(b.get(i))) {
        return a.get(i) - b.get(i);
      }
    }
    return a.size() - b.size();
  }

  @Test
  @DisplayName("are lazy: the first of 7.03 * 10^208 is there at once")
  void lazy() {
    assertThat(Ways.all(Steps.ONE_OR_TWO, 1_000).skip(2).findFirst().orElseThrow())
        .hasSize(999)
        .endsWith(2, 1);
  }

  @Test
  @DisplayName("do not walk into dead ends")
  void deadEnds() {
    // Only 100 and 3: 3 * 34 = 102 is the other way to 102, and 33 threes leave 3.
    assertThat(Ways.all(Steps.of(3, 100), 103)).containsExactly(List.of(3, 100), List.of(100, 3));
  }

  @Test
  @DisplayName("a negative n is refused")
  void negative() {
    assertThatThrownBy(() -> Ways.all(Steps.ONE_OR_TWO, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("n must be 0 or more, and was -1");
  }

  @Test
  @DisplayName("are printed one a line; 5 is the default")
  void printed() {
    String expected =
        """
        5 steps, 1 or 2 at a time: 8 ways
        1 + 1 + 1 + 1 + 1
        1 + 1 + 1 + 2
        1 + 1 + 2 + 1
        1 + 2 + 1 + 1
        1 + 2 + 2
        2 + 1 + 1 + 1
        2 + 1 + 2
        2 + 2 + 1
        """;
    assertThat(Printed.by(new Ways())).isEqualTo(new Printed(0, expected, ""));
    assertThat(Printed.by(new Ways(), "5")).isEqualTo(new Printed(0, expected, ""));
  }

  @Test
  @DisplayName("the rest is counted, not printed")
  void more() {
    assertThat(Printed.by(new Ways(), "4", "--first", "4").out())
        .endsWith("2 + 1 + 1\nand 1 more\n");
    assertThat(Printed.by(new Ways(), "4", "--first", "5").out()).endsWith("2 + 1 + 1\n2 + 2\n");
  }

  @Test
  @DisplayName("no step and no way are printed too")
  void edges() {
    assertThat(Printed.by(new Ways(), "0").out())
        .isEqualTo("0 steps, 1 or 2 at a time: 1 way\nstay where you are\n");
    assertThat(Printed.by(new Ways(), "3", "--steps", "2").out())
        .isEqualTo("3 steps, 2 at a time: 0 ways\n");
  }

  @Test
  @DisplayName("a way that is too long for a line is written in runs")
  void runs() {
    // 20 ones and 19 plus signs with blanks are 77 characters; one more move would be 81.
    assertThat(Printed.by(new Ways(), "20", "--first", "1").out())
        .contains(
            "\n1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1\n");
    assertThat(Printed.by(new Ways(), "24", "--first", "3").out())
        .contains("\n24x1\n22x1 + 2\n21x1 + 2 + 1\n");
  }

  @Test
  @DisplayName("1000 steps are listed, 1001 are not")
  void refused() {
    assertThat(Printed.by(new Ways(), "1000", "--first", "1").out()).endsWith(" more\n");
    assertThat(Printed.by(new Ways(), "1001"))
        .isEqualTo(
            new Printed(
                2,
                "",
                "climbing-stairs/ways: N must be a whole number from 0 to 1000, and was '1001'\n"));
  }
}
