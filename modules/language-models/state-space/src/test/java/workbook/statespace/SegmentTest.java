package workbook.statespace;

import static workbook.topictest.Near.assertNear;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "state-space/2",
    title = "A scan over several texts",
    hints = {
      "Write down what two steps make of h, for each of the four cases of who begins.",
      "next.factor · (factor · h + added) + next.added. If the next one begins, this one does not count; if only this one does, h does not.",
      "If next.begins is true, return next. Else return new Segment(next.factor * factor,"
          + " next.factor * added + next.added, begins)."
    },
    chinese =
        @Exercise.Chinese(
            title = "跨多篇文本的扫描",
            hints = {
              "写出两步对 h 的作用，谁是开头共有四种情况。",
              "next.factor · (factor · h + added) + next.added。若后一步是开头，前一步不起作用；若只有前一步是开头，h 不起作用。",
              "若 next.begins 为 true，返回 next；否则返回 new Segment(next.factor * factor, next.factor *"
                  + " added + next.added, begins)。"
            }))
@DisplayName("Exercise 2: a scan over several texts")
class SegmentTest {

  /// What the steps make of a state, one after the other.
  private static double loop(double h, Segment... steps) {
    double state = h;
    for (Segment step : steps) {
      state = step.apply(state);
    }
    return state;
  }

  private static void assertSame(Segment together, double h, Segment... steps) {
    String given = "h = %s, then %s".formatted(h, Arrays.toString(steps));
    assertNear("the state after " + given, loop(h, steps), together.apply(h), 0);
  }

  /// 3 (2 · 10 + 1) + 5 = 68.
  @Test
  @DisplayName("within a text, one step follows the other")
  void within() {
    Segment first = new Segment(2, 1, false);
    Segment second = new Segment(3, 5, false);
    assertSame(first.then(second), 10, first, second);
    assertSame(first.then(second), 0, first, second);
  }

  @Test
  @DisplayName("where a text begins, nothing before counts")
  void begins() {
    Segment first = new Segment(2, 1, false);
    Segment second = new Segment(3, 5, true);
    Segment third = new Segment(4, 7, false);
    assertSame(first.then(second), 10, first, second);
    assertSame(second.then(third), 10, second, third);
    assertSame(second.then(second), 10, second, second);
    assertSame(first.then(second).then(third), 10, first, second, third);
    assertSame(first.then(second.then(third)), 10, first, second, third);
  }

  /// Small whole numbers, so nothing is rounded.
  @Test
  @DisplayName("in any grouping, four steps are the loop")
  void groupings() {
    for (int seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Segment[] s = new Segment[4];
      for (int i = 0; i < s.length; i++) {
        s[i] = new Segment(random.nextInt(-9, 10), random.nextInt(-9, 10), random.nextInt(4) == 0);
      }
      assertSame(s[0].then(s[1]).then(s[2]).then(s[3]), 3, s);
      assertSame(s[0].then(s[1]).then(s[2].then(s[3])), 3, s);
      assertSame(s[0].then(s[1].then(s[2].then(s[3]))), 3, s);
      assertSame(s[0].then(s[1].then(s[2]).then(s[3])), 3, s);
    }
  }
}
