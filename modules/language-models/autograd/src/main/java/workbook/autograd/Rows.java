package workbook.autograd;

import java.util.random.RandomGenerator;

/// What is done to rows, that is, along the last axis.
public interface Rows extends Operations {

  /// Stretches each row to mean 0 and variance 1, then scales and shifts it by column. The variance
  /// is divided by n, not n - 1, and 0.00001 is added to it, as in PyTorch.
  ///
  /// @param gain as many as columns, as is `bias`
  default Tensor layerNorm(Tensor x, Tensor gain, Tensor bias) {
    return layerNorm(x, gain, bias, LayerNorm.EPSILON);
  }

  /// The same with another number than 0.00001.
  ///
  /// @param epsilon what is added to the variance, so that a row of equal numbers is not divided by
  ///   0
  default Tensor layerNorm(Tensor x, Tensor gain, Tensor bias, float epsilon) {
    int n = x.columns();
    for (Tensor of : new Tensor[] {gain, bias}) {
      if (!of.hasShape(n)) {
        throw Shape.mismatch(
            "layerNorm", x, of, "gain and bias must have one axis, of size %d".formatted(n));
      }
    }
    Tensor y = outputToSet("layerNorm", x.shape(), x, gain, bias);
    kernels().layerNorm(x.data(), gain.data(), bias.data(), epsilon, y.data(), 0, x.size() / n);
    y.onBackward(() -> LayerNorm.passBack(kernels(), x, gain, bias, epsilon, y, room(x.size())));
    return y;
  }

  /// p = e^x, divided by the sum of these of the row. On the way back dx = p · (dp - sum of dp ·
  /// p): what raises all elements of a row alike changes nothing.
  default Tensor softmax(Tensor x) {
    Tensor p = outputToSet("softmax", x.shape(), x);
    int n = x.columns();
    kernels().softmax(x.data(), p.data(), n, 0, x.size() / n);
    p.onBackward(() -> {
      float[] shares = p.data();
      float[] dp = p.gradient();
      float[] dx = x.gradient();
      kernels()
          .each(
              dx.length / n,
              dx.length,
              (kernels, from, to) -> {
                for (int start = from * n; start < to * n; start += n) {
                  float common = kernels.dot(dp, start, shares, start, n);
                  for (int i = start; i < start + n; i++) {
                    dx[i] += shares[i] * (dp[i] - common);
                  }
                }
              });
    });
    return p;
  }

  /// The mean over all rows of -log p(target), where p is the softmax of the row. In one operation,
  /// because together both have a simpler gradient than either alone: p, less 1 at the target.
  ///
  /// @param targets the index of the right column, for every row
  default Tensor crossEntropy(Tensor logits, int... targets) {
    int n = logits.columns();
    int rows = logits.size() / n;
    if (targets.length != rows) {
      throw new IllegalArgumentException(
          "crossEntropy: %s has %d rows, and there are %d targets"
              .formatted(logits, rows, targets.length));
    }
    Indices.check("crossEntropy", "target", targets, n, logits);
    int[] right = targets.clone();
    Tensor loss = outputToSet("crossEntropy", new int[0], logits);
    float[] p = room(logits.size());
    kernels().softmax(logits.data(), p, n, 0, rows);
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum -= Softmax.logOf(row * n + right[row], logits.data(), p, row * n, row * n + n);
    }
    loss.data()[0] = (float) (sum / rows);
    loss.onBackward(() -> {
      float share = loss.gradient()[0] / rows;
      for (int row = 0; row < rows; row++) {
        p[row * n + right[row]] -= 1;
      }
      float[] dx = logits.gradient();
      kernels()
          .each(
              dx.length,
              dx.length,
              (_, from, to) -> {
                for (int i = from; i < to; i++) {
                  dx[i] += share * p[i];
                }
              });
    });
    return loss;
  }

  /// The rows of a table that `indices` names, in this order: a product with one-hot rows, without
  /// the zeros. On the way back every row gets the sum of the gradients of its uses.
  ///
  /// @param shape what the indices are arranged in; the output has the table's columns as a last
  ///   axis more. Without it, one axis.
  default Tensor embedding(Tensor table, int[] indices, int... shape) {
    int[] arranged = shape.length == 0 ? new int[] {indices.length} : shape;
    if (table.axes() != 2 || Shape.size(arranged) != indices.length) {
      throw new IllegalArgumentException(
          "embedding: a table of two axes and as many indices as the shape says are wanted, and the"
              + " table was %s, the shape %s, and there were %d indices"
                  .formatted(table, Shape.text(arranged), indices.length));
    }
    Indices.check("embedding", "index", indices, table.size(0), table);
    int[] rows = indices.clone();
    int n = table.columns();
    Tensor y = outputToSet("embedding", Shape.insert(arranged, arranged.length, n), table);
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(table.data(), rows[i] * n, y.data(), i * n, n);
    }
    y.onBackward(() -> {
      float[] dy = y.gradient();
      float[] uses = table.gradient();
      for (int i = 0; i < rows.length; i++) {
        for (int j = 0; j < n; j++) {
          uses[rows[i] * n + j] += dy[i * n + j];
        }
      }
    });
    return y;
  }

  /// Sets each element to 0 with probability `rate`, and divides those that stay by 1 - rate, so
  /// that the expected sum stays too. For training only; rate 0 gives `x` itself.
  default Tensor dropout(Tensor x, double rate, RandomGenerator random) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "dropout: the rate must be from 0 up to, not including, 1, and was " + rate);
    }
    if (rate == 0) {
      return x;
    }
    Tensor y = outputToSet("dropout", x.shape(), x);
    float[] factor = room(x.size());
    float[] data = x.data();
    float[] result = y.data();
    for (int i = 0; i < factor.length; i++) {
      factor[i] = random.nextDouble() < rate ? 0 : (float) (1 / (1 - rate));
      result[i] = data[i] * factor[i];
    }
    y.onBackward(() -> {
      float[] dy = y.gradient();
      float[] dx = x.gradient();
      for (int i = 0; i < factor.length; i++) {
        dx[i] += dy[i] * factor[i];
      }
    });
    return y;
  }
}
