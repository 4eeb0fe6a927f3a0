package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "transformer/1",
    title = "A causal mask that is not off by one",
    hints = {
      "Write down at which place each query stands. With 1 query and 3 keys it stands at place 2.",
      "Query i stands at place keys - queries + i. Of the keys up to that place, how far back may "
          + "one lie?",
      "place = keys - queries + i; key j is allowed if j <= place and place - j < window."
    },
    chinese =
        @Exercise.Chinese(
            title = "不差一的因果掩码",
            hints = {
              "先写出每个查询所在的位置。1 个查询、3 个键时，它在位置 2。",
              "第 i 个查询在位置 keys - queries + i。不晚于该位置的键里，最远允许往回多少？",
              "place = keys - queries + i；当 j <= place 且 place - j < window 时，允许看键 j。"
            }))
@DisplayName("Exercise 1: a causal mask that is not off by one")
class CausalMaskTest {

  @Test
  @DisplayName("a place sees itself and what is before it")
  void causal() {
    assertMask(3, 3, 3, "#.. ##. ###");
    assertMask(1, 1, 1, "#");
  }

  @Test
  @DisplayName("behind a cache of earlier keys the last query sees the last key")
  void cached() {
    assertMask(1, 3, 3, "###");
    assertMask(2, 4, 4, "###. ####");
  }

  @Test
  @DisplayName("a window of two is the place itself and the one before")
  void window() {
    assertMask(4, 4, 2, "#... ##.. .##. ..##");
    assertMask(3, 3, 1, "#.. .#. ..#");
    assertMask(2, 4, 2, ".##. ..##");
  }

  @Test
  @DisplayName("a window may be as large as a number can be")
  void large() {
    assertMask(2, 3, Integer.MAX_VALUE, "##. ###");
  }

  private static void assertMask(int queries, int keys, int window, String expected) {
    String actual =
        Arrays.stream(CausalMask.allowed(queries, keys, window))
            .map(CausalMaskTest::text)
            .collect(Collectors.joining(" "));
    assertThat(actual)
        .withFailMessage(
            "allowed(%d, %d, %d), # for true: expected %s but was %s",
            queries, keys, window, expected, actual)
        .isEqualTo(expected);
  }

  private static String text(boolean[] row) {
    StringBuilder text = new StringBuilder();
    for (boolean allowed : row) {
      text.append(allowed ? '#' : '.');
    }
    return text.toString();
  }
}
