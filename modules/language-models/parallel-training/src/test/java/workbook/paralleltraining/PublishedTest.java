package workbook.paralleltraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Published numbers")
class PublishedTest {

  /// Rajbhandari and others (2020), figure 1: 7.5 billion parameters on 64 processors, GB.
  @ParameterizedTest
  @CsvSource({"RING,120", "ZERO1,31.4", "ZERO2,16.6", "ZERO3,1.9"})
  @DisplayName("of ZeRO's figure 1 are those counted on arrays")
  void zero(Strategy strategy, double published) {
    assertThat(Zero.bytesOfEach(strategy, 64) * 7.5).isEqualTo(published, within(0.05));
  }

  /// Table 1 there: 4 and 1024 processors, 7.5 billion.
  @ParameterizedTest
  @CsvSource({
    "ZERO1,4,52.5",
    "ZERO2,4,41.3",
    "ZERO3,4,30",
    "ZERO1,1024,30.1",
    "ZERO2,1024,15.1",
    "ZERO3,1024,0.12",
    "ZERO1,16,35.6",
    "ZERO2,16,21.6",
    "ZERO3,16,7.5"
  })
  @DisplayName("of ZeRO's table 1, too")
  void zeroTable(Strategy strategy, int workers, double published) {
    assertThat(Zero.bytesOfEach(strategy, workers) * 7.5).isEqualTo(published, within(0.05));
  }

  /// Narayanan and others (2021), table 1: billions of parameters, percent of an A100's peak of 312
  /// · 10¹² operations per second, and 10¹⁵ operations per second of all together.
  @ParameterizedTest
  @CsvSource({
    "0,1.7,44,4.4", "1,3.6,44,8.8", "2,7.5,46,18.2", "3,18.4,43,34.6", "4,39.1,44,70.8",
    "5,76.1,45,143.8", "6,145.6,47,227.1", "7,310.1,50,297.4", "8,529.6,52,410.2",
        "9,1008.0,52,502.0"
  })
  @DisplayName("of Megatron's table 1 follow from its equations")
  void megatron(int line, double billions, int percent, double total) {
    Megatron.Gpt gpt = Megatron.TABLE.get(line);
    assertThat(gpt.parameters() / 1e9).isEqualTo(billions, within(0.05));
    assertThat((double) Math.round(100 * gpt.tflops() / 312.0)).isEqualTo(percent);
    // The rate of one was rounded to a whole number.
    assertThat(gpt.rate() / 1e15).isEqualTo(total, within(0.5e-3 * gpt.processors() + 0.05));
  }

  @Test
  @DisplayName("of a trillion parameters: 84 days on 3072 processors")
  void days() {
    Megatron.Gpt largest = Megatron.TABLE.getLast();
    assertThat(largest.days(450e9)).isEqualTo(84, within(0.5));
    // 8 T P leaves out attention's and the vocabulary's part of the operations.
    double tokens = 3072.0 * 2048;
    assertThat(largest.operations() / (8 * tokens * largest.parameters())).isBetween(1.0, 1.03);
  }
}
