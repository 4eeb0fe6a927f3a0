package workbook.abilities;

import static org.assertj.core.api.Assertions.assertThat;
import static workbook.topictest.Near.assertNear;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "abilities/1",
    title = "The score of an induction head",
    hints = {
      "In the text 5 6 7 5, which place does an induction head look at from the last 5, to say that"
          + " 6 comes next?",
      "If tokens[s] == tokens[t] for s < t, that place is s + 1. A token may have several such s:"
          + " their attention is added. Only tokens that have one are counted.",
      "For each t: for each s < t with tokens[s] == tokens[t], sum += attention[t][s + 1] and"
          + " remember that there was one; then count++ once. Return 0 if count is 0, or sum /"
          + " count."
    },
    chinese =
        @Exercise.Chinese(
            title = "归纳头的得分",
            hints = {
              "文本 5 6 7 5：归纳头在最后一个 5 处要预测下一个是 6，它应当关注哪个位置？",
              "若 s < t 且 tokens[s] == tokens[t]，这个位置就是 s + 1。这样的 s 可能有多个，注意力要相加。只统计至少有一个这样的 s 的词元。",
              "对每个 t：对每个满足 tokens[s] == tokens[t] 的 s < t，sum += attention[t][s + 1]，并记下出现过；然后"
                  + " count 加一（只加一次）。count 为 0 时返回 0，否则返回 sum / count。"
            }))
@DisplayName("Exercise 1: the score of an induction head")
class PrefixMatchingTest {

  private static void assertScore(
      double expected, String head, int[] tokens, double[][] attention) {
    double score = PrefixMatching.of(tokens.clone(), attention);
    String text = Arrays.toString(tokens).replaceAll("[\\[\\],]", "");
    assertNear("score of a head on the text " + text + " that " + head, expected, score, 1e-9);
  }

  /// From each place, all attention to one.
  private static double[][] looking(int... at) {
    double[][] attention = new double[at.length][at.length];
    for (int place = 0; place < at.length; place++) {
      attention[place][at[place]] = 1;
    }
    return attention;
  }

  /// 5 and 6 are there again at places 3 and 4; behind their first ones stand places 1 and 2.
  @Test
  @DisplayName("an induction head has 1")
  void induction() {
    assertScore(
        1,
        "looks behind the same token, or at itself",
        new int[] {5, 6, 7, 5, 6},
        looking(0, 1, 2, 1, 2));
  }

  @Test
  @DisplayName("a head that looks at the same token, at the one before, or at the first has 0")
  void others() {
    int[] tokens = {5, 6, 7, 5, 6, 7};
    assertScore(0, "looks at the same token", tokens, looking(0, 1, 2, 0, 1, 2));
    assertScore(0, "looks at the place before", new int[] {5, 6, 7, 8, 5}, looking(0, 0, 1, 2, 3));
    assertScore(0, "looks at the first place", tokens, looking(0, 0, 0, 0, 0, 0));
  }

  /// Place 3 has an earlier one, and gives 0.25 to place 1: 0.25 / 1.
  @Test
  @DisplayName("only tokens that were there before are counted")
  void counted() {
    double[][] attention = {{1}, {0.5, 0.5}, {0.1, 0.2, 0.7}, {0.05, 0.25, 0.3, 0.4}};
    assertScore(0.25, "gives .05 .25 .3 .4 from the last place", new int[] {5, 6, 7, 5}, attention);
  }

  /// Place 2 has 0 before it, and gives 0.5 to place 1. Place 4 has 0 and 2: 0.25 to place 1 and
  /// 0.5 to place 3. (0.5 + 0.75) / 2.
  @Test
  @DisplayName("all earlier ones count, and each place once")
  void several() {
    double[][] attention = {
      {1}, {0.5, 0.5}, {0.25, 0.5, 0.25}, {0, 0, 0, 1}, {0.125, 0.25, 0.125, 0.5, 0}
    };
    assertScore(
        0.625,
        "gives .25 .5 .25 from place 2 and .125 .25 .125 .5 0 from place 4",
        new int[] {5, 6, 5, 7, 5},
        attention);
  }

  /// Place 1 stands behind place 0 itself and gives itself 0.75.
  @Test
  @DisplayName("a token directly behind one of its kind counts what it gives to itself")
  void itself() {
    assertScore(
        0.75,
        "gives .25 .75 from the last place",
        new int[] {5, 5},
        new double[][] {{1}, {0.25, 0.75}});
  }

  /// Each by hand. Tokens are any numbers. Place 3 of the second has an earlier one and gives it
  /// nothing: 1 / 2. The last place of the third gives all to place 3, behind the second 5; places
  /// 2 and 4 give nothing: 1 / 3. In the fourth place 1 gives itself .5, and place 2 gives .3 to
  /// place 1 and .5 to itself: (.5 + .8) / 2. In the fifth the token 0 is one like any other.
  @Test
  @DisplayName("all tokens, all earlier ones, and all places that have one")
  void all() {
    assertScore(
        0.5,
        "gives .5 to place 1 from the last",
        new int[] {500, 6, 500},
        new double[][] {{1}, {1, 0}, {0.5, 0.5, 0}});
    assertScore(
        0.5, "looks behind its token once of twice", new int[] {5, 6, 5, 6}, looking(0, 1, 1, 3));
    assertScore(
        1.0 / 3,
        "looks behind the second of four from the last place",
        new int[] {5, 6, 5, 7, 5, 8, 5},
        looking(0, 1, 2, 3, 0, 5, 3));
    assertScore(
        0.65,
        "gives .5 .5 and .2 .3 .5",
        new int[] {5, 5, 5},
        new double[][] {{1}, {0.5, 0.5}, {0.2, 0.3, 0.5}});
    assertScore(1, "looks behind the same token", new int[] {0, 6, 0}, looking(0, 1, 1));
  }

  @Test
  @DisplayName("the attention stays as it was")
  void argument() {
    double[][] attention = looking(0, 1, 2, 1, 2);
    PrefixMatching.of(new int[] {5, 6, 7, 5, 6}, attention);
    assertThat(attention)
        .withFailMessage(
            "the attention afterwards: expected as before but was %s",
            Arrays.deepToString(attention))
        .isDeepEqualTo(looking(0, 1, 2, 1, 2));
  }

  @Test
  @DisplayName("without a repetition it is 0")
  void none() {
    assertScore(0, "looks at itself", new int[] {5, 6, 7}, looking(0, 1, 2));
    assertScore(0, "looks nowhere", new int[0], new double[0][]);
  }
}
