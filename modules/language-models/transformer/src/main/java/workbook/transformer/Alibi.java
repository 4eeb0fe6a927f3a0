package workbook.transformer;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// Attention with linear biases (Press and others, 2022): a score falls with the distance of its
/// key, in each head by another slope. Nothing is learned, and no position is out of range.
public record Alibi() implements Bias {

  @Override
  public Tensor addTo(Tape t, Tensor scores) {
    int heads = scores.size(1);
    int queries = scores.size(2);
    int keys = scores.size(3);
    double[] slopes = slopes(heads);
    float[] bias = new float[heads * queries * keys];
    for (int i = 0; i < bias.length; i++) {
      int position = i / keys % queries + keys - queries;
      bias[i] = (float) (-slopes[i / (keys * queries)] * Math.abs(position - i % keys));
    }
    return t.add(scores, Tensor.constant(bias, heads, queries, keys));
  }

  /// For a power of 2, a geometric sequence from 2^(-8/n) to 2^-8. For any other number, that of
  /// the power of 2 below, then every other slope of the one above, as in the authors' code.
  public static double[] slopes(int heads) {
    int power = Integer.highestOneBit(heads);
    double[] slopes = new double[heads];
    for (int head = 0; head < heads; head++) {
      double exponent =
          head < power ? -8.0 * (head + 1) / power : -8.0 * (2 * (head - power) + 1) / (2 * power);
      slopes[head] = StrictMath.pow(2, exponent);
    }
    return slopes;
  }
}
