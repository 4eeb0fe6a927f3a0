package workbook.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.statespace.CopyTask.Batch;
import workbook.topictest.Near;

@DisplayName("Selective copying")
class CopyTaskTest {

  private static final CopyTask ANYWHERE = new CopyTask(12, 3, true);
  private static final CopyTask FIRST = new CopyTask(12, 3, false);

  @Test
  @DisplayName("asks for the symbols among the noise, in their order")
  void answers() {
    for (CopyTask task : new CopyTask[] {ANYWHERE, FIRST}) {
      Batch batch = task.batch(40, 1);
      for (int row = 0; row < 40; row++) {
        int[] inputs = Arrays.copyOfRange(batch.inputs(), row * 15, row * 15 + 15);
        assertThat(Arrays.stream(inputs).limit(12).filter(symbol -> symbol > 0))
            .as("the symbols of %s", Arrays.toString(inputs))
            .containsExactlyElementsOf(
                Arrays.stream(batch.targets(), row * 3, row * 3 + 3).boxed().toList());
        assertThat(Arrays.copyOfRange(inputs, 12, 15)).containsOnly(CopyTask.QUERY);
      }
    }
  }

  /// Of 3000 symbols a twelfth, 250, stands at each place, with a standard deviation of 15; and a
  /// seventh is of each kind, 429 ± 19. Five of them are allowed.
  @Test
  @DisplayName("has them at any place alike, and of any kind")
  void uniform() {
    Batch batch = ANYWHERE.batch(1000, 2);
    int[] places = new int[12];
    int[] kinds = new int[CopyTask.KINDS];
    for (int i = 0; i < batch.inputs().length; i++) {
      int symbol = batch.inputs()[i];
      if (symbol > 0 && symbol < CopyTask.QUERY) {
        places[i % 15]++;
        kinds[symbol - 1]++;
      }
    }
    for (int count : places) {
      Near.assertNear("at a place, seed 2", 250, count, 75);
    }
    for (int count : kinds) {
      Near.assertNear("of a kind, seed 2", 3000 / 7.0, count, 95);
    }
  }

  @Test
  @DisplayName("has them at the first places, where selection is not needed")
  void first() {
    Batch batch = FIRST.batch(50, 3);
    for (int i = 0; i < batch.inputs().length; i++) {
      int place = i % 15;
      assertThat(batch.inputs()[i] > 0).as("place %d", place).isEqualTo(place < 3 || place >= 12);
    }
  }

  @Test
  @DisplayName("is the same for a seed, and another for another")
  void seeds() {
    assertThat(ANYWHERE.batch(4, 5).inputs()).isEqualTo(ANYWHERE.batch(4, 5).inputs());
    assertThat(ANYWHERE.batch(4, 5).inputs()).isNotEqualTo(ANYWHERE.batch(4, 6).inputs());
    assertThat(ANYWHERE.shown(5)).matches("[.1-7]{12}\\|\\?\\?\\? -> [1-7]{3}");
  }
}
