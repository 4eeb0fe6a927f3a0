package workbook.inference;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "inference/2",
    title = "Top-k, then top-p (nucleus sampling)",
    hints = {
      "Rank the tokens, keep the array in its order. When do you stop: before or behind the token "
          + "that reaches topP?",
      "Take tokens in the order of their rank as long as what was taken so far is below topP. A "
          + "stable sort keeps equal tokens in order. At topP = 1 rounding must not stop you.",
      "best = the first k indices of a stable sort by -p. all = their sum. Go through best: if "
          + "sum >= topP and topP < 1, stop; else kept[token] = p[token] / all, sum += kept[token]. "
          + "Then divide kept by sum."
    },
    chinese =
        @Exercise.Chinese(
            title = "先 top-k，再 top-p（核采样）",
            hints = {
              "给词元排名，但数组顺序不变。什么时候停：在达到 topP 的那个词元之前，还是之后？",
              "按名次取词元，只要已取的概率之和还小于 topP 就继续。稳定排序会保持相等词元的先后。" + "topP = 1 时不能因为舍入误差提前停下。",
              "best = 按 -p 稳定排序后的前 k 个下标，all = 它们的和。遍历 best：若 sum >= topP 且 topP < 1 "
                  + "就停；否则 kept[token] = p[token] / all，sum += kept[token]。最后 kept 全部除以 sum。"
            }))
@DisplayName("Exercise 2: top-k, then top-p")
class CandidatesTest {

  private static void assertKept(int k, double topP, double[] p, double... expected) {
    double[] before = p.clone();
    Compared.assertRow(
        "keep(%s, %d, %s)".formatted(Compared.text(p), k, topP),
        expected,
        Candidates.keep(p, k, topP));
    Compared.assertRow("the probabilities given, which must stay as they are", before, p);
  }

  private static double[] of(double... p) {
    return p;
  }

  @Test
  @DisplayName("keeps the token that reaches p, and none behind it")
  void crossing() {
    assertKept(4, .6, of(.5, .25, .125, .125), 2 / 3., 1 / 3., 0, 0);
    assertKept(4, .3, of(.5, .25, .125, .125), 1, 0, 0, 0);
    assertKept(4, .5, of(.5, .25, .125, .125), 1, 0, 0, 0);
    assertKept(4, .75, of(.5, .25, .125, .125), 2 / 3., 1 / 3., 0, 0);
  }

  @Test
  @DisplayName("leaves each probability where its token is")
  void order() {
    assertKept(4, .6, of(.125, .25, .125, .5), 0, 1 / 3., 0, 2 / 3.);
    assertKept(2, 1, of(.125, .5, .125, .25), 0, 2 / 3., 0, 1 / 3.);
  }

  @Test
  @DisplayName("takes the lower of equal tokens, and never more than k")
  void ties() {
    assertKept(1, 1, of(.25, .25, .25, .25), 1, 0, 0, 0);
    assertKept(3, 1, of(.125, .5, .125, .125, .125), .125 / .75, .5 / .75, .125 / .75, 0, 0);
    assertKept(4, .5, of(.25, .25, .25, .25), .5, .5, 0, 0);
  }

  @Test
  @DisplayName("measures top-p on what top-k left, divided by its sum")
  void both() {
    assertKept(2, .6, of(.5, .25, .25), 1, 0, 0);
    assertKept(2, .7, of(.5, .25, .25), 2 / 3., 1 / 3., 0);
  }

  /// .1 ten times is .9999999999999999; 1 and 1e-20 is 1.
  @Test
  @DisplayName("keeps all of the k at topP = 1, whatever rounding does")
  void all() {
    double[] tenths = new double[10];
    java.util.Arrays.fill(tenths, .1);
    assertKept(10, 1, tenths, tenths.clone());
    double[] kept = Candidates.keep(of(1, 1e-20), 2, 1);
    Compared.assertNear(
        "keep(1 1e-20, 2, 1), the second times 1e20", of(1), of(kept[1] * 1e20), 1e-9);
  }

  /// What Hugging Face's processors give for the scores 2 1 .5 0 -1, to six decimals.
  @Test
  @DisplayName("keeps what Hugging Face's processors keep")
  void huggingFace() {
    double[] p = {.563021, .207124, .125627, .076197, .028031};
    Compared.assertNear("top-k 2", of(.731059, .268941, 0, 0, 0), Candidates.keep(p, 2, 1), 2e-6);
    Compared.assertNear(
        "top-p .8", of(.628532, .231224, .140244, 0, 0), Candidates.keep(p, 5, .8), 2e-6);
    Compared.assertNear(
        "top-p .9", of(.579259, .213097, .12925, .078394, 0), Candidates.keep(p, 5, .9), 2e-6);
  }
}
