package workbook.embeddings;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.text.LanguageModel;
import workbook.text.Softmax;

/// A feed-forward network behind the interface that all models are scored by.
final class FeedForwardModel implements LanguageModel {

  /// How many places are scored side by side. It does not change the scores.
  private static final int ROWS = 512;

  private final FeedForward network;
  private final Tape tape;

  FeedForwardModel(FeedForward network, FloatKernels kernels) {
    this.network = network;
    this.tape = new Tape(kernels);
  }

  @Override
  public int symbols() {
    return network.symbols();
  }

  @Override
  public double[] next(int[] text, int length) {
    return Softmax.of(scores(text, length, length + 1), 0, symbols());
  }

  @Override
  public double[] logProbabilities(int[] text, int from, int to) {
    double[] logs = new double[to - from];
    for (int start = from; start < to; start += ROWS) {
      int end = Math.min(to, start + ROWS);
      float[] scores = scores(text, start, end);
      for (int place = start; place < end; place++) {
        double[] p = Softmax.of(scores, (place - start) * symbols(), symbols());
        logs[place - from] = StrictMath.log(p[text[place]]);
      }
    }
    return logs;
  }

  private float[] scores(int[] text, int from, int to) {
    int[] contexts = new int[(to - from) * network.context()];
    for (int place = from; place < to; place++) {
      network.read(text, place, contexts, place - from);
    }
    tape.reset();
    Tensor scores = tape.withoutGradients(() -> network.scores(tape, contexts));
    return scores.data();
  }
}
