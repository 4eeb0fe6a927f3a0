package workbook.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.topictest.Near;

@DisplayName("Beam search")
class BeamSearchTest {

  /// Probabilities written down for each beginning; what is not there is uniform.
  private record Tree(List<Integer> tokens, int size, Map<List<Integer>, double[]> table)
      implements Continuation {

    @Override
    public double[] logs() {
      double[] uniform = new double[size];
      Arrays.fill(uniform, 1.0 / size);
      return Arrays.stream(table.getOrDefault(tokens, uniform)).map(Math::log).toArray();
    }

    @Override
    public Continuation after(int token) {
      return new Tree(Stream.concat(tokens.stream(), Stream.of(token)).toList(), size, table);
    }
  }

  /// Any probabilities, which follow from the seed and the tokens.
  private record Any(long seed, int size) implements Continuation {

    @Override
    public double[] logs() {
      SplittableRandom random = new SplittableRandom(seed);
      double[] p = random.doubles(size, .01, 1).toArray();
      double sum = Arrays.stream(p).sum();
      return Arrays.stream(p).map(x -> Math.log(x / sum)).toArray();
    }

    @Override
    public Continuation after(int token) {
      return new Any(seed * 31 + token + 1, size);
    }
  }

  private static final Tree PAGE =
      new Tree(
          List.of(),
          2,
          Map.of(
              List.of(),
              new double[] {.6, .4},
              List.of(0),
              new double[] {.5, .5},
              List.of(1),
              new double[] {.9, .1}));

  /// By hand: .6 · .5 = .30 by the better first token, .4 · .9 = .36 by the other.
  @Test
  @DisplayName("finds what greedy misses")
  void misses() {
    BeamSearch.Found greedy = new BeamSearch(1, 2, -1, 0).search(PAGE).getFirst();
    assertThat(greedy.tokens()).containsExactly(0, 0);
    Near.assertNear("greedy", Math.log(.3), greedy.log(), 1e-12);
    List<BeamSearch.Found> found = new BeamSearch(2, 2, -1, 0).search(PAGE);
    assertThat(found)
        .extracting(BeamSearch.Found::tokens)
        .containsExactly(List.of(1, 0), List.of(0, 0));
    Near.assertNear("beam", Math.log(.36), found.getFirst().log(), 1e-12);
  }

  /// Patrick von Platen, How to generate text (2020): "The" goes on with dog .4, nice .5, car .1;
  /// dog with and .05, runs .05, has .9; nice with woman .4, house .3, guy .3; car with is .3,
  /// drives .5, turns .2. Two beams find "The dog has", .36; greedy takes "The nice woman", .2.
  @Test
  @DisplayName("finds 'The dog has' in the tree of Hugging Face's guide")
  void guide() {
    Tree guide =
        new Tree(
            List.of(),
            3,
            Map.of(
                List.of(),
                new double[] {.4, .5, .1},
                List.of(0),
                new double[] {.05, .05, .9},
                List.of(1),
                new double[] {.4, .3, .3},
                List.of(2),
                new double[] {.3, .5, .2}));
    BeamSearch.Found two = new BeamSearch(2, 2, -1, 0).search(guide).getFirst();
    assertThat(two.tokens()).containsExactly(0, 2);
    Near.assertNear("p", .36, Math.exp(two.log()), 1e-12);
    BeamSearch.Found one = new BeamSearch(1, 2, -1, 0).search(guide).getFirst();
    assertThat(one.tokens()).containsExactly(1, 0);
    Near.assertNear("p", .2, Math.exp(one.log()), 1e-12);
  }

  /// With as many beams as there are texts of one token less, nothing is ever dropped.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @DisplayName("with V^(n-1) beams finds the best of all texts, as counting them out does")
  void exhaustive(long seed) {
    Any text = new Any(seed, 3);
    List<BeamSearch.Found> all = new ArrayList<>();
    countOut(text, List.of(), 0, 5, all);
    assertThat(all).hasSize(243);
    all.sort(Comparator.comparingDouble((BeamSearch.Found found) -> -found.log()));
    List<BeamSearch.Found> found = new BeamSearch(81, 5, -1, 0).search(text);
    assertThat(found).hasSize(81);
    for (int i = 0; i < 81; i++) {
      assertThat(found.get(i).tokens())
          .as("seed %d, place %d", seed, i)
          .isEqualTo(all.get(i).tokens());
      Near.assertNear("log p", all.get(i).log(), found.get(i).log(), 1e-12);
    }
  }

  private static void countOut(
      Continuation text, List<Integer> tokens, double log, int left, List<BeamSearch.Found> all) {
    if (left == 0) {
      all.add(new BeamSearch.Found(tokens, log, log));
      return;
    }
    double[] logs = text.logs();
    for (int token = 0; token < logs.length; token++) {
      countOut(
          text.after(token),
          Stream.concat(tokens.stream(), Stream.of(token)).toList(),
          log + logs[token],
          left - 1,
          all);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7, 8})
  @DisplayName("with one beam is greedy")
  void greedy(long seed) {
    Continuation text = new Any(seed, 5);
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double[] logs = text.logs();
      int best = 0;
      for (int token = 1; token < logs.length; token++) {
        best = logs[token] > logs[best] ? token : best;
      }
      expected.add(best);
      text = text.after(best);
    }
    assertThat(new BeamSearch(1, 20, -1, 1).search(new Any(seed, 5)).getFirst().tokens())
        .isEqualTo(expected);
  }

  /// Token 2 ends a text. 'End at once' has .4; '0 0 end' has .6 · .6 · 1 = .36. By the sum the
  /// first is better, by the mean the second: log .4 = -.92 against log .36 / 3 = -.34.
  @Test
  @DisplayName("prefers short texts by the sum, and not by the mean")
  void normalised() {
    Tree tree =
        new Tree(
            List.of(),
            3,
            Map.of(
                List.of(),
                new double[] {.6, 0, .4},
                List.of(0),
                new double[] {.6, .4, 0},
                List.of(0, 0),
                new double[] {0, 0, 1},
                List.of(0, 1),
                new double[] {0, 0, 1}));
    BeamSearch.Found sum = new BeamSearch(2, 5, 2, 0).search(tree).getFirst();
    assertThat(sum.tokens()).containsExactly(2);
    Near.assertNear("score", Math.log(.4), sum.score(), 1e-12);
    BeamSearch.Found mean = new BeamSearch(2, 5, 2, 1).search(tree).getFirst();
    assertThat(mean.tokens()).containsExactly(0, 0, 2);
    Near.assertNear("score", Math.log(.36) / 3, mean.score(), 1e-12);
    Near.assertNear("log p", Math.log(.36), mean.log(), 1e-12);
  }

  /// Token 2 ends a text. To end at once has .4 and is second best; one beam goes on from .6, and
  /// ends at .6 · .5 = .3.
  @Test
  @DisplayName("lets a text end only where that step is among the best")
  void ends() {
    Tree tree =
        new Tree(
            List.of(),
            3,
            Map.of(List.of(), new double[] {.6, 0, .4}, List.of(0), new double[] {.5, .3, .2}));
    assertThat(new BeamSearch(1, 2, 2, 0).search(tree))
        .extracting(BeamSearch.Found::tokens)
        .containsExactly(List.of(0, 0));
    assertThat(new BeamSearch(2, 2, 2, 0).search(tree).getFirst().tokens()).containsExactly(2);
  }

  @Test
  @DisplayName("compares texts whose probability is too small for a double")
  void underflow() {
    BeamSearch.Found found = new BeamSearch(2, 1000, -1, 0).search(new Any(1, 5)).getFirst();
    assertThat(found.tokens()).hasSize(1000);
    assertThat(Math.exp(found.log())).isZero();
    assertThat(found.log()).isFinite();
  }

  @Test
  @DisplayName("takes of equal texts the one of the better beginning, then the lower token")
  void ties() {
    Tree equal = new Tree(List.of(), 3, Map.of());
    assertThat(new BeamSearch(3, 2, -1, 1).search(equal))
        .extracting(BeamSearch.Found::tokens)
        .containsExactly(List.of(0, 0), List.of(0, 1), List.of(0, 2));
  }

  @Test
  @DisplayName("refuses no beams and no tokens")
  void refused() {
    assertThatThrownBy(() -> new BeamSearch(0, 2, -1, 1)).hasMessageContaining("got 0 and 2");
    assertThatThrownBy(() -> new BeamSearch(2, 0, -1, 1)).hasMessageContaining("got 2 and 0");
  }

  @Test
  @DisplayName("with caches finds what it finds by reading all anew")
  void cached() {
    Decoder decoder =
        Models.decoder(Models.random(Models.config(workbook.transformer.Style.LLAMA, 2), 3));
    int[] prompt = {1, 2, 3};
    List<BeamSearch.Found> cached =
        new BeamSearch(4, 6, 5, 1).search(Decoded.of(decoder, prompt, 9));
    List<BeamSearch.Found> anew = new BeamSearch(4, 6, 5, 1).search(new Anew(decoder, prompt));
    assertThat(cached).isEqualTo(anew);
  }

  private record Anew(Decoder decoder, int[] text) implements Continuation {

    @Override
    public double[] logs() {
      return Logits.logs(Inference.recomputed(decoder, text));
    }

    @Override
    public Continuation after(int token) {
      int[] longer = Arrays.copyOf(text, text.length + 1);
      longer[text.length] = token;
      return new Anew(decoder, longer);
    }
  }
}
