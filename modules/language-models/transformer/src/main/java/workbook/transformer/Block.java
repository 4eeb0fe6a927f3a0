package workbook.transformer;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// One layer of a transformer: places exchange what they hold (attention), then each thinks by
/// itself (feed-forward).
public record Block(
    Residual first, SelfAttention attention, Residual second, FeedForward feedForward) {

  /// Where the norm of a part of a block stands.
  public enum Order {
    /// norm(x + part(x)), as in the first transformer, GPT-1 and BERT: the norm is on the way that
    /// every gradient takes.
    POST,
    /// x + part(norm(x)), as in GPT-2 and all that came later: that way is free. The last block is
    /// followed by a norm of its own.
    PRE,
    /// norm(α x + part(x)), DeepNorm (Wang and others, 2022): what was there counts more the deeper
    /// the model is.
    DEEP,
    /// x + norm(part(norm(x))), as in CogView (Ding and others, 2021): the way is free, and what a
    /// part adds is never large.
    SANDWICH;

    /// Whether a part is given normed vectors, and the sum of all parts is not normed until the
    /// end.
    boolean isNormedBefore() {
      return this == PRE || this == SANDWICH;
    }

    /// How many times what was there counts in a decoder or encoder of `layers` blocks.
    float alpha(int layers) {
      return this == DEEP ? (float) StrictMath.pow(2 * layers, 0.25) : 1;
    }
  }

  /// A block whose norms stand before its parts.
  public static Block preNorm(
      Norm first, SelfAttention attention, Norm second, FeedForward feedForward) {
    return new Block(Residual.pre(first), attention, Residual.pre(second), feedForward);
  }

  public Tensor apply(Tape t, Tensor x, Mask mask) {
    return think(t, exchange(t, x, mask));
  }

  /// The first half.
  Tensor exchange(Tape t, Tensor x, Mask mask) {
    return first.add(t, x, y -> attention.apply(t, y, mask));
  }

  /// The second half.
  Tensor think(Tape t, Tensor x) {
    return second.add(t, x, y -> feedForward.apply(t, y));
  }
}
