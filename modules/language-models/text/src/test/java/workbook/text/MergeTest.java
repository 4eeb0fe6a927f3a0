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
      "Write into a new array; at a pair, write the joined token and step over two tokens. Take"
          + " care at the last token, which has none after it."
    })
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
  }

  @Test
  @DisplayName("aaabdaaabac: Wikipedia's example, merge by merge")
  void wikipedia() {
    int[] text = "aaabdaaabac".chars().toArray();
    int[] z = Merge.apply(text, 'a', 'a', 'Z');
    assertThat(shown(z)).isEqualTo("90 97 98 100 90 97 98 97 99"); // ZabdZabac
    int[] y = Merge.apply(z, 'a', 'b', 'Y');
    assertThat(shown(y)).isEqualTo("90 89 100 90 89 97 99"); // ZYdZYac
    int[] x = Merge.apply(y, 'Z', 'Y', 'X');
    assertThat(shown(x)).isEqualTo("88 100 88 97 99"); // XdXac
  }

  @Test
  @DisplayName("the array given is left as it is")
  void untouched() {
    int[] tokens = {1, 2, 1, 2};
    int[] merged = Merge.apply(tokens, 1, 2, 9);
    assertThat(merged).containsExactly(9, 9);
    assertThat(tokens).as("the array given, after the call").containsExactly(1, 2, 1, 2);
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
