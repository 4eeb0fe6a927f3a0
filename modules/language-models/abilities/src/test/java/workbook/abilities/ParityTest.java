package workbook.abilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Parity, with and without steps")
class ParityTest {

  /// 1, 11, 110 and 1101 have 1, 2, 2 and 3 ones. The number of ones is Java's own to count.
  @Test
  @DisplayName("each step says whether the number of ones up to there is odd")
  void running() {
    assertThat(Parity.running(1, 1, 0, 1)).containsExactly(1, 0, 0, 1);
    for (int value = 0; value < 256; value++) {
      int number = value;
      int[] bits = IntStream.range(0, 8).map(i -> number >> 7 - i & 1).toArray();
      for (int place = 0; place < 8; place++) {
        assertThat(Parity.running(bits)[place])
            .isEqualTo(Integer.bitCount(number >> 7 - place) % 2);
      }
    }
  }

  @Test
  @DisplayName("what is asked of 1101: the answer alone, behind dots, or each step")
  void batches() {
    int[] bits = {1, 1, 0, 1};
    Batch direct = new Parity(4, Parity.Arm.DIRECT).batch(bits);
    assertThat(direct.inputs()).containsExactly(1, 1, 0, 1, Parity.EQUALS);
    assertThat(direct.places()).containsExactly(4);
    assertThat(direct.targets()).containsExactly(1);
    Batch dots = new Parity(4, Parity.Arm.DOTS).batch(bits);
    assertThat(dots.inputs())
        .containsExactly(1, 1, 0, 1, Parity.EQUALS, Parity.DOT, Parity.DOT, Parity.DOT);
    assertThat(dots.places()).containsExactly(7);
    assertThat(dots.targets()).containsExactly(1);
    Batch steps = new Parity(4, Parity.Arm.STEPS).batch(bits, bits);
    assertThat(steps.inputs())
        .containsExactly(1, 1, 0, 1, Parity.EQUALS, 1, 0, 0, 1, 1, 0, 1, Parity.EQUALS, 1, 0, 0);
    assertThat(steps.places()).containsExactly(4, 5, 6, 7, 12, 13, 14, 15);
    assertThat(steps.targets()).containsExactly(1, 0, 0, 1, 1, 0, 0, 1);
  }

  @Test
  @DisplayName("no string of the test is among those trained on, and one in eight is kept")
  void heldOut() {
    Parity task = new Parity(20, Parity.Arm.STEPS);
    Set<String> trained =
        Arrays.stream(task.strings(5000, false, 1))
            .map(Arrays::toString)
            .collect(Collectors.toSet());
    assertThat(Arrays.stream(task.strings(1000, true, 1)).map(Arrays::toString))
        .noneMatch(trained::contains);
    // Of 8000 strings some 1000, with a deviation of √(8000 · 1/8 · 7/8) = 30: five of them.
    long kept =
        new SplittableRandom(1)
            .ints(8000, 0, 1 << 20)
            .filter(value ->
                Parity.isHeldOut(IntStream.range(0, 20).map(i -> value >> i & 1).toArray()))
            .count();
    assertThat(kept).isBetween(850L, 1150L);
  }

  /// What would refute the page.
  @Test
  @DisplayName("was learned with steps by every seed, and without by none")
  void recorded() {
    var outcomes = new Abilities(null).recorded();
    int end = Abilities.LOOKS.size() - 1;
    assertThat(Experiment.of("steps", outcomes))
        .hasSize(Abilities.SEEDS)
        .allMatch(outcome -> outcome.number(end) > 0.98);
    // 200 guesses are right in 0.5 ± 0.035; four deviations.
    for (String arm : new String[] {"direct", "dots"}) {
      assertThat(Experiment.of(arm, outcomes))
          .hasSize(Abilities.SEEDS)
          .allMatch(outcome -> Math.abs(outcome.number(end) - 0.5) < 0.14);
    }
  }
}
