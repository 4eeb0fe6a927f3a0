package workbook.transformer;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// What bends the line between the two matrices of a feed-forward network.
public enum Activation {
  /// max(x, 0), in the first transformer.
  RELU {
    @Override
    Tensor apply(Tape t, Tensor x) {
      return t.relu(x);
    }
  },
  /// x · Φ(x) with the normal distribution's Φ, in BERT.
  GELU {
    @Override
    Tensor apply(Tape t, Tensor x) {
      return t.gelu(x);
    }
  },
  /// The same with a tanh in place of Φ, in GPT-2. Written with a sigmoid, as (1 + tanh u) / 2 is
  /// the sigmoid of 2u.
  GELU_TANH {
    @Override
    Tensor apply(Tape t, Tensor x) {
      Tensor cube = t.mul(t.mul(x, x), x);
      Tensor inner = t.add(x, t.scale(cube, 0.044715f));
      return t.mul(x, t.sigmoid(t.scale(inner, (float) (2 * Math.sqrt(2 / Math.PI)))));
    }
  },
  /// x · σ(x), also called swish, in LLaMA.
  SILU {
    @Override
    Tensor apply(Tape t, Tensor x) {
      return t.mul(x, t.sigmoid(x));
    }
  };

  abstract Tensor apply(Tape t, Tensor x);
}
