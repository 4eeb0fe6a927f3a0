package workbook.paralleltraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A pipeline")
class StageTest {

  private record Done(float[] losses, int clock, long held, int unitPasses) {}

  private static List<Done> run(Schedule schedule, int stages, int microBatches, boolean again) {
    return Threads.run(
        stages,
        c -> {
          Stage stage = new Stage(c, schedule, microBatches, again);
          stage.step(0);
          int before = stage.unitPasses();
          float[] losses = stage.step(1);
          return new Done(losses, stage.clock(), stage.heldBytes(), stage.unitPasses() - before);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "GPIPE,2,4,false",
    "GPIPE,4,4,false",
    "ONE_F_ONE_B,2,3,false",
    "ONE_F_ONE_B,4,4,true"
  })
  @DisplayName("has the losses of one process, to the bit: each stage adds in the same order")
  void losses(Schedule schedule, int stages, int microBatches, boolean again) {
    float[] one = run(Schedule.ONE_F_ONE_B, 1, microBatches, false).getFirst().losses();
    assertThat(run(schedule, stages, microBatches, again).getLast().losses()).containsExactly(one);
  }

  /// 2(m + p - 1) slots, of which each stage uses 2m: the bubble is (p - 1)/(m + p - 1).
  @ParameterizedTest
  @CsvSource({"GPIPE,4,1", "GPIPE,4,4", "ONE_F_ONE_B,4,8", "ONE_F_ONE_B,2,5"})
  @DisplayName("waits, by the clock that its messages carry, as long as published")
  void bubble(Schedule schedule, int stages, int microBatches) {
    int slots =
        run(schedule, stages, microBatches, false).stream()
            .mapToInt(Done::clock)
            .max()
            .orElseThrow();
    assertThat((double) (slots - 2 * microBatches) / slots)
        .isEqualTo((stages - 1.0) / (microBatches + stages - 1));
  }

  @Test
  @DisplayName("keeps m micro-batches in GPipe and p - s at stage s in 1F1B, in bytes")
  void held() {
    List<Done> all = run(Schedule.GPIPE, 4, 6, false);
    List<Done> few = run(Schedule.ONE_F_ONE_B, 4, 6, false);
    for (int stage = 0; stage < 4; stage++) {
      assertThat(few.get(stage).held() * 6).isEqualTo(all.get(stage).held() * (4 - stage));
    }
  }

  @Test
  @DisplayName("that computes again does each unit's forward pass twice, and keeps less")
  void again() {
    Done kept = run(Schedule.GPIPE, 1, 4, false).getFirst();
    Done again = run(Schedule.GPIPE, 1, 4, true).getFirst();
    // 4 units, 4 micro-batches; forward and backward, and once more forward.
    assertThat(kept.unitPasses()).isEqualTo(2 * 4 * 4);
    assertThat(again.unitPasses()).isEqualTo(3 * 4 * 4);
    assertThat(again.held()).isEqualTo(kept.held() / 4);
    assertThat(again.losses()).containsExactly(kept.losses());
  }
}
