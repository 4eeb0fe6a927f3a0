package workbook.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.topictest.Near;

@DisplayName("A scan")
class ScanTest {

  /// Small whole numbers, which are added and multiplied without rounding.
  private static Scan.Step whole(SplittableRandom random) {
    return new Scan.Step(random.nextInt(-9, 10), random.nextInt(-9, 10));
  }

  @RepeatedTest(100)
  @DisplayName("puts steps together by an operator that is associative, exactly")
  void associative(RepetitionInfo seed) {
    SplittableRandom random = new SplittableRandom(seed.getCurrentRepetition());
    Scan.Step x = whole(random);
    Scan.Step y = whole(random);
    Scan.Step z = whole(random);
    assertThat(x.then(y).then(z)).as("(%s then %s) then %s", x, y, z).isEqualTo(x.then(y.then(z)));
  }

  @Test
  @DisplayName("has an operator that does one step after the other, and does not commute")
  void order() {
    // From 10: 2 · 10 + 1 = 21, then 3 · 21 + 5 = 68; the other way 3 · 10 + 5 = 35, 2 · 35 + 1 =
    // 71.
    Scan.Step x = new Scan.Step(2, 1);
    Scan.Step y = new Scan.Step(3, 5);
    assertThat(x.then(y).a() * 10 + x.then(y).b()).isEqualTo(68);
    assertThat(y.then(x).a() * 10 + y.then(x).b()).isEqualTo(71);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 1000})
  @DisplayName("in rounds, and in parallel, is the loop")
  void loop(int length) {
    SplittableRandom random = new SplittableRandom(length);
    Scan.Step[] steps = new Scan.Step[length];
    for (int t = 0; t < length; t++) {
      steps[t] = new Scan.Step(random.nextDouble(), random.nextDouble() - .5);
    }
    double[] expected = Scan.loop(steps);
    Near.assertClose("rounds, seed " + length, expected, Scan.rounds(steps), 1e-14);
    Near.assertClose("parallel, seed " + length, expected, Scan.parallel(steps), 1e-14);
  }
}
