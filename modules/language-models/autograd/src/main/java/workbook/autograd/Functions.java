package workbook.autograd;

/// Functions of one number, applied to every element. On the way back each multiplies the gradient
/// by its derivative; where that can be told from the result, the result is what it uses.
public interface Functions extends Operations {

  /// e^x, which is its own derivative.
  default Tensor exp(Tensor x) {
    Tensor y = outputToSet("exp", x.shape(), x);
    kernels().exp(x.data(), y.data(), 0, x.size());
    y.onBackward(() -> {
      float[] e = y.data();
      float[] dy = y.gradient();
      float[] dx = x.gradient();
      for (int i = 0; i < e.length; i++) {
        dx[i] += dy[i] * e[i];
      }
    });
    return y;
  }

  /// The natural logarithm; its derivative is 1 / x.
  default Tensor log(Tensor x) {
    Tensor y = outputToSet("log", x.shape(), x);
    float[] data = x.data();
    for (int i = 0; i < data.length; i++) {
      y.data()[i] = (float) StrictMath.log(data[i]);
    }
    y.onBackward(() -> {
      float[] dy = y.gradient();
      float[] dx = x.gradient();
      for (int i = 0; i < data.length; i++) {
        dx[i] += dy[i] / data[i];
      }
    });
    return y;
  }

  /// The derivative is 1 - tanh².
  default Tensor tanh(Tensor x) {
    Tensor y = outputToSet("tanh", x.shape(), x);
    kernels().tanh(x.data(), y.data(), 0, x.size());
    y.onBackward(() -> {
      float[] t = y.data();
      float[] dy = y.gradient();
      float[] dx = x.gradient();
      for (int i = 0; i < t.length; i++) {
        dx[i] += dy[i] * (1 - t[i] * t[i]);
      }
    });
    return y;
  }

  /// s = 1 / (1 + e^-x); its derivative is s · (1 - s).
  default Tensor sigmoid(Tensor x) {
    Tensor y = outputToSet("sigmoid", x.shape(), x);
    kernels().sigmoid(x.data(), y.data(), 0, x.size());
    y.onBackward(() -> {
      float[] s = y.data();
      float[] dy = y.gradient();
      float[] dx = x.gradient();
      for (int i = 0; i < s.length; i++) {
        dx[i] += dy[i] * (s[i] * (1 - s[i]));
      }
    });
    return y;
  }

  /// log sigmoid(x) = min(x, 0) - log(1 + e^-|x|), which is finite where the sigmoid itself is 0.
  /// The derivative is 1 - sigmoid(x) = 1 - e^y.
  default Tensor logSigmoid(Tensor x) {
    Tensor y = outputToSet("logSigmoid", x.shape(), x);
    float[] data = x.data();
    for (int i = 0; i < data.length; i++) {
      double tail = StrictMath.log1p(StrictMath.exp(-Math.abs((double) data[i])));
      y.data()[i] = (float) (Math.min(data[i], 0) - tail);
    }
    y.onBackward(() -> {
      for (int i = 0; i < data.length; i++) {
        x.gradient()[i] -= y.gradient()[i] * (float) StrictMath.expm1(y.data()[i]);
      }
    });
    return y;
  }

  /// max(x, 0). At 0, where there is no derivative, it counts as 0. What is not a number is passed
  /// on as it is, and the gradient back through it, as in PyTorch.
  default Tensor relu(Tensor x) {
    Tensor y = outputToSet("relu", x.shape(), x);
    float[] data = x.data();
    float[] positive = y.data();
    for (int i = 0; i < data.length; i++) {
      positive[i] = Math.max(data[i], 0);
    }
    y.onBackward(() -> {
      float[] dy = y.gradient();
      float[] dx = x.gradient();
      for (int i = 0; i < data.length; i++) {
        dx[i] += data[i] <= 0 ? 0 : dy[i];
      }
    });
    return y;
  }

  /// x · Φ(x), with the distribution function Φ of the standard normal, not the tanh formula. The
  /// derivative is Φ(x) + x · φ(x).
  default Tensor gelu(Tensor x) {
    Tensor y = outputToSet("gelu", x.shape(), x);
    if (!y.hasGradient()) {
      kernels().gelu(x.data(), y.data(), 0, x.size());
      return y;
    }
    float[] slope = room(x.size());
    kernels().gelu(x.data(), y.data(), slope, 0, x.size());
    y.onBackward(() -> {
      boolean first = x.takesFirst();
      float[] dy = y.gradient();
      float[] dx = x.gradient();
      kernels()
          .each(
              dx.length,
              dx.length,
              (_, from, to) -> {
                for (int i = from; i < to; i++) {
                  dx[i] = first ? dy[i] * slope[i] : dx[i] + dy[i] * slope[i];
                }
              });
    });
    return y;
  }
}
