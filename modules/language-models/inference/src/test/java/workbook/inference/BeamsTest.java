package workbook.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.exercise.Exercise;

@Exercise(
    id = "inference/4",
    title = "Beam search",
    hints = {
      "Continue every kept text with every token, and only then choose: the best of all, not the "
          + "best of each.",
      "Keep a text together with the sum of its logarithms. A product of many probabilities would "
          + "become 0. A stable sort keeps equal texts in order.",
      "kept = the empty text with sum 0. length times: for each kept text, for each token: add "
          + "(text + token, sum + logs[token]) to a list; sort it by -sum, stable; keep the first "
          + "`beams`. Return the tokens of the first."
    },
    chinese =
        @Exercise.Chinese(
            title = "束搜索",
            hints = {
              "先把每个保留的文本接上每个词元，然后才挑选：挑全体中最好的，而不是每个文本各挑最好的。",
              "文本要和它的对数概率之和放在一起。许多概率连乘会变成 0。稳定排序会保持相等文本的先后。",
              "kept = 和为 0 的空文本。重复 length 次：对每个保留的文本、每个词元，把（文本 + 词元，"
                  + "sum + logs[token]）放进列表；按 -sum 稳定排序，留下前 beams 个。返回第一个的词元。"
            }))
@DisplayName("Exercise 4: beam search")
class BeamsTest {

  /// The probabilities of the next token by the text so far; what is not there is uniform.
  private static Beams.Next model(int tokens, Map<String, double[]> table) {
    double[] uniform = new double[tokens];
    Arrays.fill(uniform, 1.0 / tokens);
    return text ->
        Arrays.stream(table.getOrDefault(Arrays.toString(text), uniform)).map(Math::log).toArray();
  }

  private static void assertBest(
      String what, Beams.Next next, int beams, int length, int... expected) {
    int[] actual = Beams.best(next, beams, length);
    assertThat(Arrays.toString(actual))
        .withFailMessage(
            "%s, %d beams, length %d: expected %s but was %s",
            what, beams, length, Arrays.toString(expected), Arrays.toString(actual))
        .isEqualTo(Arrays.toString(expected));
  }

  private static final Map<String, double[]> PAGE =
      Map.of(
          "[]", new double[] {.6, .4}, "[0]", new double[] {.5, .5}, "[1]", new double[] {.9, .1});

  @Test
  @DisplayName("finds .4 · .9 = .36 where greedy finds .6 · .5 = .30")
  void page() {
    assertBest("p = .6 .4, then .5 .5 or .9 .1", model(2, PAGE), 2, 2, 1, 0);
    assertBest("p = .6 .4, then .5 .5 or .9 .1", model(2, PAGE), 1, 2, 0, 0);
    assertBest("p = .6 .4, then .5 .5 or .9 .1", model(2, PAGE), 1, 1, 0);
  }

  /// "The" goes on with nice .5, dog .4, car .1 in Hugging Face's guide to generation.
  @Test
  @DisplayName("finds 'The dog has' as in Hugging Face's guide")
  void guide() {
    Beams.Next next =
        model(
            3,
            Map.of(
                "[]",
                new double[] {.5, .4, .1},
                "[0]",
                new double[] {.4, .3, .3},
                "[1]",
                new double[] {.05, .05, .9},
                "[2]",
                new double[] {.3, .5, .2}));
    assertBest("nice, dog, car", next, 2, 2, 1, 2);
  }

  /// Both continuations of token 0 (.7 · .5 = .35 each) are better than the best of token 1 (.3 ·
  /// .6 = .18), so both beams must go on from token 0; the second of them ends best: .35 · 1.
  @Test
  @DisplayName("may keep two texts with the same beginning")
  void sameBeginning() {
    Beams.Next next =
        model(
            2,
            Map.of(
                "[]",
                new double[] {.7, .3},
                "[0]",
                new double[] {.5, .5},
                "[1]",
                new double[] {.6, .4},
                "[0, 0]",
                new double[] {.5, .5},
                "[0, 1]",
                new double[] {0, 1},
                "[1, 0]",
                new double[] {.5, .5}));
    assertBest("p = .7 .3, then .5 .5 or .6 .4", next, 2, 3, 0, 1, 1);
  }

  @Test
  @DisplayName("keeps the order of equal texts")
  void ties() {
    assertBest("all tokens equal", model(3, Map.of()), 2, 3, 0, 0, 0);
    // .5 · .25 and .25 · .5: the beginning of the first stood first, though its token is higher.
    Beams.Next next =
        model(
            5,
            Map.of(
                "[]",
                new double[] {.5, .25, .1, .1, .05},
                "[0]",
                new double[] {.1, .25, .2, .2, .25},
                "[1]",
                new double[] {.5, .2, .1, .1, .1}));
    assertBest("p = .5 .25, then .25 or .5", next, 2, 2, 0, 1);
  }

  @Test
  @DisplayName("sums that differ in the ninth digit are not equal")
  void nearlyEqual() {
    assertBest("logarithms -1.000000001 and -1", _ -> new double[] {-1.000000001, -1}, 2, 2, 1, 1);
  }

  @Test
  @DisplayName("what is hardly probable counts like all else")
  void improbable() {
    assertBest("logarithms -90 and -60", _ -> new double[] {-90, -60}, 2, 2, 1, 1);
  }

  /// Of probabilities that follow from the text and a seed.
  private static double[] any(long seed, int tokens, int... text) {
    SplittableRandom random = new SplittableRandom(seed * 1000 + Arrays.hashCode(text));
    double[] p = random.doubles(tokens, .01, 1).toArray();
    double sum = Arrays.stream(p).sum();
    return Arrays.stream(p).map(x -> Math.log(x / sum)).toArray();
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 3", "3, 4", "4, 4", "5, 2"})
  @DisplayName("with enough beams finds the best of all texts")
  void exhaustive(long seed, int tokens) {
    int length = 4;
    int[] best = {};
    double bestSum = Double.NEGATIVE_INFINITY;
    int texts = (int) Math.pow(tokens, length);
    for (int number = 0; number < texts; number++) {
      int[] text = new int[length];
      int rest = number;
      for (int i = length - 1; i >= 0; i--) {
        text[i] = rest % tokens;
        rest /= tokens;
      }
      double sum = 0;
      for (int i = 0; i < length; i++) {
        sum += any(seed, tokens, Arrays.copyOf(text, i))[text[i]];
      }
      if (sum > bestSum) {
        best = text;
        bestSum = sum;
      }
    }
    assertBest(
        "seed %d, the best of %d texts".formatted(seed, texts),
        text -> any(seed, tokens, text),
        texts / tokens,
        length,
        best);
  }

  /// Token 1 is twice as probable as token 0 everywhere, and .001^300 is far below the smallest
  /// double: where products become 0 all tokens are equal.
  @Test
  @DisplayName("compares texts whose probability no double can hold")
  void underflow() {
    int[] calls = new int[1];
    Beams.Next next =
        _ -> {
          if (++calls[0] > 600) {
            throw new AssertionError(
                "300 tokens, 2 beams: expected 599 calls of the model but there are more");
          }
          return new double[] {Math.log(.0005), Math.log(.001)};
        };
    int[] actual = Beams.best(next, 2, 300);
    long ones = Arrays.stream(actual).filter(token -> token == 1).count();
    assertThat(ones)
        .withFailMessage(
            "300 times token 1 of .001, token 0 of .0005: expected 300 times a 1 but was %d times",
            ones)
        .isEqualTo(300);
  }

  @Test
  @DisplayName("asks the model once for each text that was kept")
  void calls() {
    int[] calls = new int[1];
    Beams.best(
        text -> {
          calls[0]++;
          return any(1, 4, text);
        },
        3,
        6);
    assertThat(calls[0])
        .withFailMessage(
            "4 tokens, 3 beams, length 6: expected 1 + 5 · 3 = 16 calls of the model but was %d",
            calls[0])
        .isEqualTo(16);
  }
}
