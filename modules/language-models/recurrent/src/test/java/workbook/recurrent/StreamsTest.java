package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Streams")
class StreamsTest {

  @Test
  @DisplayName("go on from piece to piece, side by side, and begin again")
  void pieces() {
    // 0 to 13, of which the first 12 are there to learn from: 11 can be followed by one that is, so
    // two streams of 5, from 0 and from 5, in pieces of 2.
    int[] text = IntStream.range(0, 14).toArray();
    Streams streams = new Streams(text, 12, 2, 2);
    assertPiece(streams.next(), true, new int[] {0, 5, 1, 6}, new int[] {1, 6, 2, 7});
    assertPiece(streams.next(), false, new int[] {2, 7, 3, 8}, new int[] {3, 8, 4, 9});
    assertPiece(streams.next(), true, new int[] {0, 5, 1, 6}, new int[] {1, 6, 2, 7});
  }

  private static void assertPiece(Streams.Piece piece, boolean first, int[] inputs, int[] targets) {
    assertThat(piece.first()).isEqualTo(first);
    assertThat(piece.inputs()).isEqualTo(inputs);
    assertThat(piece.targets()).isEqualTo(targets);
  }

  @Test
  @DisplayName("never hold what comes behind the end")
  void end() {
    int[] text = IntStream.range(0, 100).toArray();
    for (int end = 7; end <= 90; end++) {
      Streams streams = new Streams(text, end, 3, 2);
      for (int i = 0; i < 50; i++) {
        int last = IntStream.of(streams.next().targets()).max().orElseThrow();
        assertThat(last).as("end %d", end).isLessThan(end);
      }
    }
  }

  @Test
  @DisplayName("of too short a text are refused")
  void tooShort() {
    new Streams(new int[7], 7, 3, 2);
    assertThatThrownBy(() -> new Streams(new int[7], 6, 3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("6 characters to learn from are too few: 3 streams of 2 and one more make 7");
  }
}
