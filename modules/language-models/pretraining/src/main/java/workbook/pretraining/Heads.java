package workbook.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.text.Softmax;
import workbook.transformer.Block;
import workbook.transformer.Mask;

/// The heads of a decoder: where each looks, and what becomes of the model without it.
final class Heads {

  private static final int AT_ONCE = 50;

  private final Reader decoder;
  private final Tape tape;

  Heads(Reader decoder, Tape tape) {
    this.decoder = decoder;
    this.tape = tape;
  }

  /// One of them.
  record Head(int layer, int index) {}

  List<Head> all() {
    int heads = decoder.model().config().heads();
    return IntStream.range(0, decoder.model().blocks().size() * heads)
        .mapToObj(i -> new Head(i / heads, i % heads))
        .toList();
  }

  /// How much of its attention each place gives to each: by head, by place that looks, by place
  /// that is looked at. A row sums to 1.
  List<float[][]> weights(int... tokens) {
    tape.reset();
    return tape.withoutGradients(() -> {
      List<float[][]> maps = new ArrayList<>();
      Tensor x = decoder.model().embed(tape, tokens, 1);
      // The norms stand behind the parts: what a block is given is what its attention reads.
      for (Block block : decoder.model().blocks()) {
        Tensor weights = block.attention().weights(tape, x, Mask.causal());
        for (int head = 0; head < weights.size(1); head++) {
          maps.add(matrix(weights, head));
        }
        x = block.apply(tape, x, Mask.causal());
      }
      return maps;
    });
  }

  private static float[][] matrix(Tensor weights, int head) {
    int time = weights.size(2);
    return IntStream.range(0, time)
        .mapToObj(row -> (head * time + row) * time)
        .map(start -> Arrays.copyOfRange(weights.data(), start, start + time))
        .toArray(float[][]::new);
  }

  /// Does something without a head: nothing that it found is passed on. Then it is there again.
  void without(Head head, Runnable work) {
    Tensor output = decoder.model().parameters().get(head.layer() + ".output.weight");
    float[] kept = output.data().clone();
    int width = output.size(1);
    int of = width / decoder.model().config().heads();
    for (int row = 0; row < output.size(0); row++) {
      int start = row * width + head.index() * of;
      Arrays.fill(output.data(), start, start + of, 0);
    }
    work.run();
    System.arraycopy(kept, 0, output.data(), 0, kept.length);
  }

  /// The probability that the next word is a verb for many, if it is a verb.
  double many(int... beginning) {
    double[] p = next(List.of(beginning))[0];
    double many = 0;
    double all = 0;
    for (int token = Language.FIRST_WORD; token < Language.size(); token++) {
      if (Language.isVerb(token)) {
        all += p[token];
        many += Language.word(token).many() ? p[token] : 0;
      }
    }
    return many / all;
  }

  /// How often the right form of a verb is more probable than the other.
  ///
  /// @param sentences whole
  /// @param verbs the place of the verb of each
  double right(List<int[]> sentences, int... verbs) {
    int right = 0;
    for (int start = 0; start < verbs.length; start += AT_ONCE) {
      int from = start;
      int to = Math.min(verbs.length, from + AT_ONCE);
      double[][] p =
          next(
              IntStream.range(from, to)
                  .mapToObj(i -> Arrays.copyOf(sentences.get(i), verbs[i]))
                  .toList());
      for (int i = from; i < to; i++) {
        int verb = sentences.get(i)[verbs[i]];
        right += p[i - from][verb] > p[i - from][Language.otherNumber(verb)] ? 1 : 0;
      }
    }
    return (double) right / verbs.length;
  }

  /// The probability of each token to come next.
  private double[][] next(List<int[]> beginnings) {
    Rows rows = Rows.of(beginnings);
    tape.reset();
    float[] scores =
        tape.withoutGradients(
                () -> decoder.logits(tape, decoder.read(tape, rows), rows.lastPlaces()))
            .data();
    return IntStream.range(0, rows.count())
        .mapToObj(i -> Softmax.of(scores, i * Language.size(), Language.size()))
        .toArray(double[][]::new);
  }
}
