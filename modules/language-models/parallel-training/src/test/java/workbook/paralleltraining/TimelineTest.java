package workbook.paralleltraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A pipeline's clock")
class TimelineTest {

  /// The bubble as a share of the whole, by Huang and others (2019): (p - 1) / (m + p - 1).
  @ParameterizedTest
  @CsvSource({"4,1,.75", "4,4,.4286", "4,8,.2727", "4,32,.0857", "8,32,.1795", "1,3,0", "2,1,.5"})
  @DisplayName("counts as many idle slots as published, in both schedules")
  void bubble(int stages, int microBatches, double published) {
    for (Schedule schedule : Schedule.values()) {
      Timeline timeline = Timeline.of(schedule, stages, microBatches);
      assertThat(timeline.bubble()).as(schedule.title()).isEqualTo(published, within(5e-5));
      // Megatron's papers divide by the ideal time, that without a bubble: (p - 1) / m.
      double idle = timeline.bubble() * timeline.slots();
      assertThat(idle / (timeline.slots() - idle))
          .as("%s, beside the ideal time", schedule.title())
          .isEqualTo((stages - 1.0) / microBatches, within(1e-12));
    }
  }

  /// GPipe holds all m. In 1F1B stage s holds p - s of them (Narayanan and others, 2021).
  @ParameterizedTest
  @CsvSource({"4,1", "4,4", "4,8", "4,32", "8,32", "3,2"})
  @DisplayName("counts m held micro-batches in GPipe, and p - s at stage s in 1F1B")
  void held(int stages, int microBatches) {
    for (int stage = 0; stage < stages; stage++) {
      assertThat(Timeline.of(Schedule.GPIPE, stages, microBatches).held(stage))
          .isEqualTo(microBatches);
      assertThat(Timeline.of(Schedule.ONE_F_ONE_B, stages, microBatches).held(stage))
          .isEqualTo(Math.min(microBatches, stages - stage));
    }
  }
}
