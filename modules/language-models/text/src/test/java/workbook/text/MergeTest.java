package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "text/1",
    title = "One merge of byte pairs",
    hints = {
      "Read from left to right. What do you do where the pair stands, and where do you go on?",
      "Two pairs can share a token: of 1 1 1 the first two make the pair, and the third is alone.",
      "Write into a new array as long as the old one, and count what you write. Where left stands at"
          + " i and right at i + 1 (look only if i + 1 < tokens.length), write joined and go on at"
          + " i + 2; elsewhere write tokens[i] and go on at i + 1. Return Arrays.copyOf of it, as"
          + " long as what you wrote."
    },
    chinese =
        @Exercise.Chinese(
            title = "BPE 的一次合并",
            hints = {
              "从左往右读。遇到要合并的一对时写什么？接着从哪里继续读？",
              "两对可能共用一个词元：1 1 1 里，前两个组成一对，第三个落单。",
              "新建一个同样长的数组，并记下写了几个。若 i + 1 < tokens.length，且 i 处是 left、i + 1 处是 right，"
                  + "就写入 joined，从 i + 2 继续；否则写入 tokens[i]，从 i + 1 继续。"
                  + "最后用 Arrays.copyOf 截到实际写入的长度。"
            }))
@DisplayName("Exercise 1: one merge of byte pairs")
class MergeTest {

  @Test
  @DisplayName("pairs are joined, the rest stays")
  void pairs() {
    assertMerge(tokens(1, 2, 3, 1, 2), 1, 2, 9, tokens(9, 3, 9));
    assertMerge(tokens(1, 2, 3), 1, 2, 9, tokens(9, 3));
    assertMerge(tokens(2, 1, 1), 1, 2, 9, tokens(2, 1, 1));
  }

  @Test
  @DisplayName("nothing, and one token")
  void small() {
    assertMerge(tokens(), 1, 2, 9, tokens());
    assertMerge(tokens(1), 1, 2, 9, tokens(1));
    assertMerge(tokens(1, 2), 1, 2, 9, tokens(9));
  }

  @Test
  @DisplayName("a run of one token is joined two by two")
  void run() {
    assertMerge(tokens(7, 7, 7), 7, 7, 9, tokens(9, 7));
    assertMerge(tokens(7, 7, 7, 7), 7, 7, 9, tokens(9, 9));
  }

  @Test
  @DisplayName("what was joined is not joined again")
  void again() {
    assertMerge(tokens(1, 2, 2), 1, 2, 1, tokens(1, 2));
    assertMerge(tokens(1, 2, 1, 2, 2, 1, 2), 1, 2, 1, tokens(1, 1, 2, 1));
  }

  @Test
  @DisplayName("tokens are numbers, not digits: 1 2 is neither in 11 2 nor in 1 22")
  void digits() {
    assertMerge(tokens(11, 2), 1, 2, 9, tokens(11, 2));
    assertMerge(tokens(1, 22), 1, 2, 9, tokens(1, 22));
  }

  @Test
  @DisplayName("0 is a token like any other")
  void zero() {
    assertMerge(tokens(0, 1, 2, 0), 1, 2, 9, tokens(0, 9, 0));
    assertMerge(tokens(1, 0, 0, 1), 0, 0, 9, tokens(1, 9, 1));
    assertMerge(tokens(1, 2, 3), 1, 2, 0, tokens(0, 3));
  }

  @Test
  @DisplayName("numbers as large as in GPT-4o's vocabulary of 200,019")
  void large() {
    assertMerge(tokens(1000, 70_000, 1000), 1000, 70_000, 200_018, tokens(200_018, 1000));
  }

  @Test
  @DisplayName("aaabdaaabac: Wikipedia's example, merge by merge")
  void wikipedia() {
    int[] text = "aaabdaaabac".chars().toArray();
    int[] z = Merge.apply(text, 'a', 'a', 'Z');
    assertThat(shown(z))
        .as("aaabdaaabac, with aa joined to Z")
        .isEqualTo("90 97 98 100 90 97 98 97 99"); // ZabdZabac
    int[] y = Merge.apply(z, 'a', 'b', 'Y');
    assertThat(shown(y))
        .as("ZabdZabac, with ab joined to Y")
        .isEqualTo("90 89 100 90 89 97 99"); // ZYdZYac
    int[] x = Merge.apply(y, 'Z', 'Y', 'X');
    assertThat(shown(x)).as("ZYdZYac, with ZY joined to X").isEqualTo("88 100 88 97 99"); // XdXac
  }

  @Test
  @DisplayName("the array given is left as it is")
  void untouched() {
    int[] tokens = {1, 2, 1, 2};
    int[] merged = Merge.apply(tokens, 1, 2, 9);
    assertThat(merged).as("1 2 1 2, with 1 2 joined to 9").isEqualTo(tokens(9, 9));
    assertThat(tokens).as("the array given, after the call").isEqualTo(tokens(1, 2, 1, 2));
  }

  private static void assertMerge(int[] tokens, int left, int right, int joined, int[] expected) {
    assertThat(Merge.apply(tokens, left, right, joined))
        .as("%s, with %d %d joined to %d", shown(tokens), left, right, joined)
        .isEqualTo(expected);
  }

  private static int[] tokens(int... tokens) {
    return tokens;
  }

  private static String shown(int[] tokens) {
    return Arrays.stream(tokens).mapToObj(String::valueOf).collect(Collectors.joining(" "));
  }
}
