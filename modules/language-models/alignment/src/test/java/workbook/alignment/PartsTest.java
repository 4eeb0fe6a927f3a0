package workbook.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.alignment.Pairs.Judge;
import workbook.topictest.Near;

@DisplayName("The parts of the experiments, by hand")
class PartsTest {

  /// Mean 4; deviations -3, -1, 4, of which the variance is (9 + 1 + 16) / 2 = 13.
  @Test
  @DisplayName("advantages are centred, and divided by the standard deviation of the batch")
  void advantages() {
    Near.assertClose("centred", new float[] {-3, -1, 4}, Advantages.CENTRED.of(1, 3, 8), 1e-6);
    float root = 3.6055513f;
    Near.assertClose(
        "normalised",
        new float[] {-3 / root, -1 / root, 4 / root},
        Advantages.NORMALISED.of(1, 3, 8),
        1e-6);
  }

  /// aabbba: a = 0 and b = 1 in base 4 is 000 111 0 with six digits 0 0 1 1 1 0 = 64 + 16 + 4.
  @Test
  @DisplayName("a string is a number in base 4, and its repeats are counted")
  void strings() {
    assertThat(Strings.text(84)).isEqualTo("aabbba");
    assertThat(Strings.repeats(84)).isEqualTo(3);
    assertThat(Strings.repeats(0)).isEqualTo(5);
    // abcdab: 0 1 2 3 0 1.
    assertThat(Strings.text(256 + 2 * 64 + 3 * 16 + 1)).isEqualTo("abcdab");
    assertThat(Strings.repeats(256 + 2 * 64 + 3 * 16 + 1)).isZero();
  }

  @Test
  @DisplayName("people think 0, 1, 2, 3, 1 and -1 of 0 to 5 repeats")
  void gold() {
    int[] examples = new int[6];
    for (int string = 0; string < Strings.COUNT; string++) {
      examples[Strings.repeats(string)] = string;
    }
    assertThat(Arrays.stream(examples).mapToDouble(Judged::gold))
        .containsExactly(0.0, 1.0, 2.0, 3.0, 1.0, -1.0);
  }

  @Test
  @DisplayName("a judge who never errs prefers the larger reward, and of equals the second")
  void hard() {
    SplittableRandom random = new SplittableRandom(1);
    assertThat(Judge.HARD.prefersFirst(0.1, random)).isTrue();
    assertThat(Judge.HARD.prefersFirst(-0.1, random)).isFalse();
    assertThat(Judge.HARD.prefersFirst(0, random)).isFalse();
  }

  /// The first wins with probability σ(ln 3) = 3/4: of 10000 trials 7500, with a standard deviation
  /// of 43.
  @Test
  @DisplayName("a judge who errs prefers the larger reward as often as Bradley and Terry say")
  void sampled() {
    SplittableRandom random = new SplittableRandom(2);
    int first = 0;
    for (int i = 0; i < 10_000; i++) {
      first += Judge.SAMPLED.prefersFirst(Math.log(3), random) ? 1 : 0;
    }
    assertThat(first).as("with seed 2").isBetween(7_300, 7_700);
  }

  /// abcdab has five followers that are the next letter, each of probability 0.6 + 0.1: ln(0.7^5 /
  /// 4); aaaaaa has none, each of 0.1.
  @Test
  @DisplayName("the source writes the next letter of the alphabet, as often as it says")
  void source() {
    Near.assertNear("abcdab", Math.log(Math.pow(0.7, 5) / 4), Source.log(433), 1e-12);
    Near.assertNear("aaaaaa", Math.log(1e-5 / 4), Source.log(0), 1e-12);
    int[] drawn = Source.strings(10_000, new SplittableRandom(3));
    long next =
        Arrays.stream(drawn)
            .filter(s -> Strings.letter(s, 5) == (Strings.letter(s, 4) + 1) % 4)
            .count();
    // 7000, with a standard deviation of 46.
    assertThat(next).as("with seed 3").isBetween(6_800L, 7_200L);
  }

  @Test
  @DisplayName("a copy of a policy has its weights, and goes its own way")
  void copy() {
    StringPolicy policy = StringPolicy.random(5);
    StringPolicy copy = policy.copy();
    assertThat(copy.all()).isEqualTo(policy.all());
    copy.parameters().getFirst().data()[0] += 1;
    assertThat(copy.all()).isNotEqualTo(policy.all());
    assertThat(policy.all()).isEqualTo(StringPolicy.random(5).all());
  }

  @Test
  @DisplayName("a rate falls to 0 in a straight line")
  void rate() {
    assertThat(new Rate(8, 4).at(1)).isEqualTo(6);
    assertThat(new Rate(8, 4).at(4)).isZero();
    assertThat(new Rate(8, 4).at(5)).isZero();
    assertThat(Rate.constant(8).at(1000)).isEqualTo(8);
  }
}
