package workbook.scalinglaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.kernels.FloatKernels;
import workbook.topictest.Committed;
import workbook.topictest.Near;
import workbook.topictest.Printed;
import workbook.topictest.Training;

@DisplayName("The ladder")
class LadderTest {

  private static final ZipfSource SOURCE = new ZipfSource();

  @Test
  @DisplayName("has every training that it should, of five seeds, and each loss above the entropy")
  void whole() {
    List<Setting> recorded = Runs.recorded().stream().map(Outcome::setting).toList();
    assertThat(recorded).doesNotHaveDuplicates();
    assertThat(new HashSet<>(recorded))
        .isEqualTo(
            new HashSet<>(Runs.settings(LongStream.rangeClosed(1, Runs.SEEDS).boxed().toList())));
    double entropy = SOURCE.entropy();
    assertThat(Runs.recorded())
        .allMatch(outcome -> outcome.losses().stream().allMatch(loss -> loss > entropy));
  }

  @Test
  @Tag("solutions")
  @DisplayName("comes out again as it was recorded")
  void again() {
    Outcome recorded = Runs.recorded().getFirst();
    Setting setting = recorded.setting();
    NetworkRun run = new NetworkRun(SOURCE, setting, FloatKernels.best());
    for (int step = 0; step < setting.steps(); step++) {
      run.take(step);
    }
    assertThat(run.outcome().line()).isEqualTo(recorded.line());
  }

  /// As no interruption, bit for bit, with one in the middle of an eighth.
  @Test
  @DisplayName("goes on from a checkpoint as if nothing had been")
  void checkpoint(@TempDir Path folder) throws IOException {
    Setting setting = new Setting(8, 64 * NetworkRun.BATCH, 7);
    NetworkRun whole = new NetworkRun(SOURCE, setting, FloatKernels.best());
    NetworkRun before = new NetworkRun(SOURCE, setting, FloatKernels.best());
    Path file = folder.resolve("checkpoint");
    for (int step = 0; step < setting.steps(); step++) {
      whole.take(step);
      if (step < 20) {
        before.take(step);
      }
    }
    before.save(file);
    NetworkRun after = new NetworkRun(SOURCE, setting, FloatKernels.best());
    assertThat(after.load(file)).isEqualTo(20);
    for (int step = 20; step < setting.steps(); step++) {
      after.take(step);
    }
    assertThat(after.outcome()).isEqualTo(whole.outcome());
    NetworkRun other = new NetworkRun(SOURCE, new Setting(8, 4096, 8), FloatKernels.best());
    assertThatThrownBy(() -> other.load(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": is of another training: seed=7 there, and seed=8 here");
  }

  @Test
  @DisplayName("of ten times the compute goes on within a seed")
  void heldOut(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("runs");
    Path checkpoint = folder.resolve("runs.checkpoint");
    Printed.by(new HeldOut(Training.stoppedAfter(2, false)), "--again", file.toString());
    assertThat(checkpoint).exists();
    assertThat(
            Printed.by(new HeldOut(Training.stoppedAfter(1, false)), "--again", file.toString())
                .out())
        .contains("stopped after 3 of 43515 steps\n");
    assertThat(file).isEmptyFile();
  }

  @Test
  @DisplayName("goes on from what is in the file, and stops when it is told to")
  void resumed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("runs");
    Printed stopped =
        Printed.by(new Runs(Training.stoppedAfter(1, false)), "--again", file.toString());
    assertThat(stopped.out())
        .startsWith("width 8, 16384 tokens, seed 1\n")
        .contains("stopped after 1 of 256 steps\n");
    assertThat(file).isEmptyFile();
  }

  /// Without a look at the context, and as likely for each symbol: ln 8.
  @Test
  @DisplayName("has a loss that is computed over all contexts")
  void loss() {
    float[] zeros = new float[ZipfSource.CONTEXTS * ZipfSource.SYMBOLS];
    Near.assertNear("loss", Math.log(8), SOURCE.loss(0, ZipfSource.CONTEXTS, zeros), 1e-9);
    assertThat(SOURCE.entropy()).isLessThan(SOURCE.entropyWithoutContext());
    assertThat(SOURCE.entropyWithoutContext()).isLessThan(Math.log(8));
  }

  /// The first context comes with 1 / ζ(1.5), cut off at 8192: 1 / (2.612375 - 2 / √8192) = .38609.
  @Test
  @DisplayName("draws the first context as often as Zipf's law says")
  void frequency() {
    SplittableRandom random = new SplittableRandom(4);
    long first = 0;
    for (int i = 0; i < 100_000; i++) {
      first += SOURCE.context(random) == 0 ? 1 : 0;
    }
    // Four standard deviations of 154.
    Near.assertNear("of 100,000, with seed 4", 38_609, first, 620);
  }

  /// Of y = 3 + (x - 2)² the bottom is at 2.
  @Test
  @DisplayName("finds the bottom of a parabola, and a power law on logarithms")
  void fits() {
    double[] x = {1, 2, 4, 5};
    Near.assertNear(
        "bottom",
        2,
        Approaches.bottom(x, Arrays.stream(x).map(one -> 3 + (one - 2) * (one - 2)).toArray())
            .orElseThrow(),
        1e-12);
    assertThat(Approaches.bottom(x, Arrays.stream(x).map(one -> -one * one).toArray()))
        .as("it opens downwards")
        .isEmpty();
    assertThat(Approaches.bottom(x, Arrays.stream(x).map(one -> (one - 6) * (one - 6)).toArray()))
        .as("it is least beyond the points")
        .isEmpty();
    assertThat(Approaches.bottom(new double[] {1, 2, 2}, new double[] {1, 0, 0}))
        .as("two points")
        .isEmpty();
    assertThat(Approaches.bottom(new double[0], new double[0])).as("no point").isEmpty();
    Line line = Line.through(x, Arrays.stream(x).map(one -> 7 - .5 * one).toArray());
    Near.assertNear("slope", -.5, line.slope(), 1e-12);
    Near.assertNear("intercept", 7, line.intercept(), 1e-12);
  }

  /// Hutter (2021): N^-a and D^(-a / (1 + a)).
  @Test
  @DisplayName("a table of contexts has the exponents of the theory")
  void table() {
    double[] shares = TableModel.shares(1);
    Near.assertNear(
        "over N", -1, TableModel.slope(10, 1e4, n -> TableModel.missing(shares, (int) n)), .02);
    Near.assertNear(
        "over D", -.5, TableModel.slope(1e3, 3e5, d -> TableModel.unseen(shares, d)), .01);
  }

  /// p^k: .9^10 = .3487 and .95^20 = .3585, as published tables of powers have them.
  @Test
  @DisplayName("and the same models through two measures are drawn as the page shows them")
  void pictures() throws IOException {
    Near.assertNear("right after no doubling", .5, Emergence.right(0), 1e-12);
    Near.assertNear("right after two", 1 - 2.0 / 9, Emergence.right(2), 1e-12);
    for (boolean chinese : new boolean[] {false, true}) {
      String language = chinese ? ".zh-CN.svg" : ".svg";
      Committed.assertSame(
          Path.of("pictures", "emergence" + language), EmergencePicture.draw(chinese));
      Committed.assertSame(
          Path.of("pictures", "parabolas" + language),
          ParabolasPicture.draw(SOURCE.entropy(), chinese));
    }
  }

  @Test
  @DisplayName("refuses a budget and a seed that are none, in a line")
  void refused() {
    PublishedLaws laws = new PublishedLaws();
    assertThat(Printed.by(laws, "--flops", "1"))
        .isEqualTo(Printed.refusal(laws, "--flops must be from 1e18 to 1e30, and was 1.0"));
    assertThat(Printed.by(laws, "--flops", "1e31").status()).isEqualTo(2);
    HeldOut heldOut = new HeldOut(Training.toTheEnd());
    assertThat(Printed.by(heldOut, "--predict", "--again", "file"))
        .isEqualTo(Printed.refusal(heldOut, "--predict fits, --again trains: one of them"));
    Runs runs = new Runs(Training.toTheEnd());
    assertThat(Printed.by(runs, "--seed", "7"))
        .isEqualTo(Printed.refusal(runs, "--seed must be a whole number from 1 to 5, and was '7'"));
    assertThat(Printed.by(new ScalingLaws(), "--seed", "6").status()).isEqualTo(2);
  }
}
