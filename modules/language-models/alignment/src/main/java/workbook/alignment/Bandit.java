package workbook.alignment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// The smallest policy: a score for each arm, and a softmax over them.
final class Bandit implements Policy {

  private final Tensor scores;

  /// @param logs the log-probabilities to begin with
  Bandit(double... logs) {
    scores = Tensor.parameter(logs.length);
    IntStream.range(0, logs.length).forEach(i -> scores.data()[i] = (float) logs[i]);
  }

  @Override
  public List<Tensor> parameters() {
    return List.of(scores);
  }

  @Override
  public Tensor logProbabilities(Tape t, int... arms) {
    int n = scores.size();
    Tensor rows = t.embedding(t.reshape(scores, 1, n), new int[arms.length]);
    return LogProbabilities.of(t, rows, arms);
  }

  @Override
  public double[] all() {
    double[] all = new double[scores.size()];
    Arrays.setAll(all, i -> scores.data()[i]);
    return Distributions.normalised(all);
  }
}
