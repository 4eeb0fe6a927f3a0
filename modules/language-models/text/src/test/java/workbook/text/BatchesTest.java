package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Batches")
class BatchesTest {

  /// Twenty different characters: a symbol is its place.
  private static final Corpus CORPUS = Corpus.of("twenty", "abcdefghijklmnopqrst");

  @Test
  @DisplayName("are pieces of the training text, with what follows each symbol")
  void pieces() {
    Batches batches = new Batches(CORPUS, 4, 5, 1);
    Set<Integer> starts = new TreeSet<>();
    for (int i = 0; i < 200; i++) {
      Batches.Batch batch = batches.next();
      assertThat(batch.inputs()).hasSize(4 * 5);
      for (int row = 0; row < 4; row++) {
        int start = batch.inputs()[row * 5];
        starts.add(start);
        for (int column = 0; column < 5; column++) {
          assertThat(batch.inputs()[row * 5 + column]).isEqualTo(start + column);
          assertThat(batch.targets()[row * 5 + column]).isEqualTo(start + column + 1);
        }
      }
    }
    // 18 symbols to learn from: the last piece of 5 with a target after it starts at 12.
    assertThat(starts).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }

  @Test
  @DisplayName("are the same for the same seed")
  void seed() {
    assertThat(new Batches(CORPUS, 4, 5, 1).next())
        .usingRecursiveComparison()
        .isEqualTo(new Batches(CORPUS, 4, 5, 1).next());
    assertThat(new Batches(CORPUS, 4, 5, 1).next().inputs())
        .isNotEqualTo(new Batches(CORPUS, 4, 5, 2).next().inputs());
  }

  @Test
  @DisplayName("go on after those that were skipped as after those that were read")
  void skip() {
    Batches read = new Batches(CORPUS, 4, 5, 1);
    Batches skipped = new Batches(CORPUS, 4, 5, 1);
    for (int batch = 0; batch < 7; batch++) {
      read.next();
    }
    skipped.skip(7);
    assertThat(skipped.next()).usingRecursiveComparison().isEqualTo(read.next());
  }

  @Test
  @DisplayName("may be as long as leaves room for one target, and no longer")
  void tooLong() {
    assertThat(new Batches(CORPUS, 1, 17, 1).next().targets()).startsWith(1).endsWith(17);
    assertThatThrownBy(() -> new Batches(CORPUS, 1, 18, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "pieces of 18 characters and one more do not fit the 18 to learn from in twenty");
  }
}
