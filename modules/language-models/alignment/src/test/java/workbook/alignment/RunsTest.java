package workbook.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.lab.Refusal;
import workbook.topictest.Near;

@DisplayName("What a run is made of")
class RunsTest {

  private static final double[] REFERENCE = {Math.log(0.5), Math.log(0.3), Math.log(0.2)};
  private static final Objective OBJECTIVE = new Objective(REFERENCE, new double[] {1, 0, 2}, 2);

  @Test
  @DisplayName("a run that is told to stop says after how many steps")
  void stopped() {
    Setting setting = Setting.bandit(1);
    List<Integer> taken = new ArrayList<>();
    Entry entry =
        new Entry(
            "counts",
            5,
            (_, _) ->
                done -> {
                  taken.add(done);
                  return 0;
                });
    try (Ticks ticks = new Ticks(5, 1, () -> taken.size() == 2)) {
      assertThatThrownBy(() -> entry.run(setting, new SplittableRandom(1), ticks))
          .isInstanceOf(Refusal.class)
          .hasMessage("stopped after 2 of 5 steps");
    }
    assertThat(taken).containsExactly(0, 1);
  }

  @Test
  @DisplayName("each seed has the numbers of its own generator, in order")
  void seeds() {
    assertThat(Seeds.each(3, random -> random.nextLong()))
        .isEqualTo(
            LongStream.rangeClosed(1, 3)
                .mapToObj(seed -> new SplittableRandom(seed).nextLong())
                .toList());
  }

  /// ∇ of the mean of A log π is the policy's gradient: the loss is that mean, with the other sign.
  @Test
  @DisplayName("the first loss of REINFORCE is minus the mean of advantage times log-probability")
  void reinforce() {
    Setting setting = Setting.bandit(1);
    Batch batch =
        Batch.draw(setting.start().get(), setting.objective(), 64, new SplittableRandom(7));
    float[] better = Advantages.CENTRED.of(batch.returns());
    double sum = 0;
    for (int i = 0; i < 64; i++) {
      assertThat(batch.old()[i]).isEqualTo((float) REFERENCE[batch.answers()[i]]);
      sum += better[i] * REFERENCE[batch.answers()[i]];
    }
    Reinforce reinforce =
        new Reinforce(
            setting.start().get(),
            setting.objective(),
            64,
            Rate.constant(0.01),
            new SplittableRandom(7));
    Near.assertNear("loss with seed 7", -sum / 64, reinforce.step(0), 1e-6);
  }

  /// log π − log ref is .1, −.2, 0. The pairs 0 over 2 and 1 over 1 have margins .1 and 0, times β
  /// = 2: ln(1 + e^−.2) = .5981389 and ln 2 = .6931472, whose mean is .6456430.
  @Test
  @DisplayName("DPO's loss and log ratios of pairs")
  void pairs() {
    double[] logs = {REFERENCE[0] + 0.1, REFERENCE[1] - 0.2, REFERENCE[2]};
    Pairs pairs = new Pairs(new int[] {0, 1}, new int[] {2, 1});
    Near.assertNear("loss", 0.6456430, pairs.loss(OBJECTIVE, logs), 1e-7);
    Near.assertNear("ratio of 0 and 1", -0.05, OBJECTIVE.ratio(logs, 0, 1), 1e-12);
  }

  @Test
  @DisplayName("some pairs of a few: each is one of them, and in the end all are")
  void some() {
    Pairs few = new Pairs(new int[] {1, 2, 3}, new int[] {11, 12, 13});
    Pairs some = few.some(100, new SplittableRandom(5));
    for (int i = 0; i < 100; i++) {
      assertThat(some.rejected()[i]).isEqualTo(some.chosen()[i] + 10);
    }
    assertThat(some.chosen()).as("with seed 5").contains(1, 2, 3);
  }

  @Test
  @DisplayName("the objective whose best model is as far as asked is found")
  void sameDistance() {
    for (double divergence : new double[] {0.01, 0.1, 0.5}) {
      Objective found = BestOfN.at(divergence, OBJECTIVE);
      Near.assertNear("KL", divergence, Distributions.divergence(found.optimum(), REFERENCE), 1e-9);
      assertThat(found.reward()).isEqualTo(OBJECTIVE.reward());
    }
  }

  @Test
  @DisplayName("a curve begins where the policy does, and has a place for every so many steps")
  void curves() {
    Setting setting = Setting.bandit(1);
    Entry entry = new Lineup(setting, 0.01).reinforce(4);
    List<List<Standing>> curves = entry.curves(setting, 2, 2);
    assertThat(curves).hasSize(2);
    for (List<Standing> curve : curves) {
      assertThat(curve).hasSize(3).doesNotHaveDuplicates();
      Near.assertNear("KL at the beginning", 0, curve.getFirst().divergence(), 1e-6);
      try (Ticks ticks = new Ticks(8, 1, () -> false)) {
        assertThat(entry.ends(setting, 2, ticks).get(curves.indexOf(curve)))
            .isEqualTo(curve.getLast());
      }
    }
  }

  /// ln softmax(0, 200) of the first is −200 to 87 digits, though e^−200 is no float.
  @Test
  @DisplayName("a log-probability is right where the probability is not a float")
  void underflow() {
    Tape t = new Tape(FloatKernels.best());
    Tensor scores = Tensor.parameter(1, 2);
    scores.data()[1] = 200;
    assertThat(LogProbabilities.of(t, scores, 0).data()).containsExactly(-200f);
    assertThat(LogProbabilities.of(t, scores, 1).data()).containsExactly(0f);
  }
}
