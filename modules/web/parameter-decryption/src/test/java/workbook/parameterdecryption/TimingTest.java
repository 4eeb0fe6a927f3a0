package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.topictest.Printed;

@DisplayName("The times of refusals")
class TimingTest {

  @Test
  @DisplayName("are compared by ranks, as in the race of tortoises and hares")
  void rankSum() {
    // Wikipedia, "Mann-Whitney U test": T H H H H H T T T T T H, the first to arrive on the left;
    // the hares win 25 of the 36 pairs, the tortoises 11.
    long[] tortoises = {1, 7, 8, 9, 10, 11};
    long[] hares = {2, 3, 4, 5, 6, 12};
    assertThat(RankSum.share(tortoises, hares)).isEqualTo(25 / 36.0);
    assertThat(RankSum.share(hares, tortoises)).isEqualTo(11 / 36.0);
  }

  @Test
  @DisplayName("that are equal count half")
  void ties() {
    assertThat(RankSum.share(new long[] {5, 5}, new long[] {5, 5, 5})).isEqualTo(0.5);
    assertThat(RankSum.share(new long[] {1}, new long[] {1, 2})).isEqualTo(0.25);
    // sqrt((n + m + 1) / (12 n m)), with n = m = 6: sqrt(13 / 432).
    assertThat(RankSum.deviation(6, 6)).isCloseTo(0.1735, within(0.0001));
  }

  @Test
  @Tag("solutions")
  @DisplayName("are printed for each kind, and nothing is concluded")
  void printed() {
    Printed printed = Printed.by(new Timing(), "--rounds", "10");
    assertThat(printed.err()).isEmpty();
    assertThat(printed.status()).isZero();
    // sqrt(21 / 1200) is 0.132.
    assertThat(printed.out())
        .startsWith("seed 1, 10 bodies of each kind; by chance a share is 0.50 ± 0.26\n")
        .containsPattern("refused at once +median")
        .containsPattern("refused at the end +median")
        .containsPattern("the padding of RSA +\\d+ µs  [01]\\.\\d\\d");
    assertThat(printed.out().lines()).hasSize(13);
  }

  @Test
  @DisplayName("of too few bodies are refused")
  void few() {
    assertThat(Printed.by(new Timing(), "--rounds", "9"))
        .isEqualTo(
            Printed.refusal(
                new Timing(), "--rounds must be a whole number from 10 to 100000, and was '9'"));
  }
}
