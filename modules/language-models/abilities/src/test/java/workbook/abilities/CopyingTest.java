package workbook.abilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Committed;
import workbook.topictest.Near;

@DisplayName("Copying from the context")
class CopyingTest {

  @Test
  @DisplayName("each sequence repeats after its own period, and not before")
  void sequences() {
    Copying.Sequences sequences = Copying.draw(200, 1);
    for (int row = 0; row < 200; row++) {
      int[] symbols = sequences.symbols()[row];
      int period = sequences.periods()[row];
      assertThat(period).isBetween(8, 15);
      for (int place = period; place < symbols.length; place++) {
        assertThat(symbols[place]).isEqualTo(symbols[place - period]);
      }
      assertThat(sequences.isPredictable(row, period)).isTrue();
      assertThat(sequences.isPredictable(row, period - 1)).isFalse();
      assertThat(sequences.isRandom(row, period - 1)).isFalse();
      assertThat(sequences.isRandom(row, period - 2)).isTrue();
    }
    assertThat(sequences.periods()).contains(8, 9, 10, 11, 12, 13, 14, 15);
  }

  /// One row with the period 8 and all symbols different in it, and heads that look to one place
  /// each. Head 1 looks 7 places back, where the symbol after the last same one stands; head 2 to
  /// the place before; heads 0 and 3 to themselves.
  @Test
  @DisplayName("the scores of heads that look to one place are 1 and 0")
  void scores() {
    int[] symbols = new int[Copying.TIME + 1];
    for (int place = 0; place < symbols.length; place++) {
      symbols[place] = place % 8;
    }
    Copying.Sequences one = new Copying.Sequences(new int[][] {symbols}, 8);
    float[] weights = new float[Network.HEADS * Copying.TIME * Copying.TIME];
    int[] back = {0, 7, 1, 0};
    for (int head = 0; head < Network.HEADS; head++) {
      for (int place = 0; place < Copying.TIME; place++) {
        int to = place < back[head] ? place : place - back[head];
        weights[(head * Copying.TIME + place) * Copying.TIME + to] = 1;
      }
    }
    for (int head = 0; head < Network.HEADS; head++) {
      Near.assertNear(
          "match of head " + head, head == 1 ? 1 : 0, Copying.matching(weights, head, one), 1e-6);
      Near.assertNear(
          "prev of head " + head, head == 2 ? 1 : 0, Copying.previous(weights, head, one), 1e-6);
    }
  }

  /// What would refute the page: a seed that copies with one layer, a loss below ln 16 = 2.773
  /// where nothing says what comes next (the mean over some 680 places is off by less than .05), a
  /// seed that copies as well without its induction heads, or heads found in the wrong layer.
  @Test
  @DisplayName("needs two layers and induction heads, and is no leakage")
  void recorded() {
    List<Outcome> outcomes = new Induction(null).recorded();
    assertThat(outcomes)
        .hasSize(15)
        .allMatch(outcome -> Induction.lossOfRandom(outcome) > 2.773 - 0.05);
    List<Outcome> two = Experiment.of(Induction.TWO, outcomes);
    double bestOfOne =
        Experiment.of(Induction.ONE, outcomes).stream()
            .mapToDouble(Induction::right)
            .max()
            .orElseThrow();
    assertThat(two)
        .allMatch(outcome -> Induction.right(outcome) > bestOfOne + 0.3)
        .allMatch(outcome -> Induction.withoutLastLayer(outcome) < bestOfOne);
    for (Outcome outcome : two) {
      double[] best = new double[2];
      for (Induction.Head head : Induction.heads(outcome)) {
        best[head.layer()] = Math.max(best[head.layer()], head.matching());
      }
      assertThat(best[1]).isGreaterThan(3 * best[0]);
      List<Induction.Head> first =
          Induction.heads(outcome).stream().filter(head -> head.layer() == 0).toList();
      assertThat(Collections.min(first, Comparator.comparingDouble(Induction.Head::without)))
          .as("the head that is missed most, seed %d", outcome.seed())
          .isEqualTo(Collections.min(first, Comparator.comparingDouble(Induction.Head::previous)));
    }
  }

  @Test
  @DisplayName("is drawn as it is committed")
  void picture() throws IOException {
    List<Outcome> outcomes = new Induction(null).recorded();
    for (String name : new String[] {"induction.svg", "induction.zh-CN.svg"}) {
      Committed.assertSame(
          Path.of("pictures", name), InductionPicture.draw(outcomes, name.contains("zh")));
    }
  }
}
