package workbook.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "pretraining/3",
    title = "Where the head stands",
    hints = {
      "Draw two rows of four places, the second sentence two words long. Which place of each has "
          + "seen all words of its sentence, if a place sees only what is before it?",
      "In a decoder it is the sentence's last word, and not the row's last place, which may be "
          + "filling. How many places lie before row r?",
      "The place is row * longest + (encoder ? 0 : lengths[row] - 1)."
    },
    chinese =
        @Exercise.Chinese(
            title = "分类头放在哪里",
            hints = {
              "画出两行、每行四个位置，第二句只有两个词。如果每个位置只能看到它之前的内容，每行里哪个位置看到了整句？",
              "解码器里是句子的最后一个词，而不是这一行的最后一个位置（那里可能是填充）。第 r 行之前共有多少个位置？",
              "位置是 row * longest + (encoder ? 0 : lengths[row] - 1)。"
            }))
@DisplayName("Exercise 3: where the head stands")
class HeadPlacesTest {

  @Test
  @DisplayName("in an encoder on the first place of each row")
  void encoder() {
    assertPlaces(true, 5, new int[] {5, 3, 1}, 0, 5, 10);
  }

  @Test
  @DisplayName("in a decoder on the last word of each sentence")
  void decoder() {
    assertPlaces(false, 4, new int[] {4}, 3);
    assertPlaces(false, 5, new int[] {5, 5}, 4, 9);
  }

  @Test
  @DisplayName("in a decoder not on what fills the row")
  void filled() {
    assertPlaces(false, 4, new int[] {4, 2}, 3, 5);
    assertPlaces(false, 6, new int[] {1, 6, 3}, 0, 11, 14);
    // Nothing says that one of them is as long as the row.
    assertPlaces(false, 8, new int[] {2, 3}, 1, 10);
  }

  private static void assertPlaces(boolean encoder, int longest, int[] lengths, int... expected) {
    int[] actual = HeadPlaces.of(encoder, longest, lengths);
    assertThat(actual)
        .withFailMessage(
            "of(%s, %d, %s): expected %s but was %s",
            encoder,
            longest,
            Arrays.toString(lengths),
            Arrays.toString(expected),
            Arrays.toString(actual))
        .isEqualTo(expected);
  }
}
