package workbook.transformer;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// One layer of a transformer: places exchange what they hold (attention), then each thinks by
/// itself (feed-forward). Both add to what was there, so that a gradient has a way back on which
/// nothing is multiplied.
///
/// @param order where the norms stand
/// @param alpha how many times what was there counts, see [Order#alpha]
public record Block(
    Order order,
    float alpha,
    Norm first,
    SelfAttention attention,
    Norm second,
    FeedForward feedForward) {

  /// Where the norm of a part stands.
  public enum Order {
    /// norm(x + part(x)), as in the first transformer, GPT-1 and BERT: the norm is on the way that
    /// every gradient takes.
    POST,
    /// x + part(norm(x)), as in GPT-2 and all that came later: that way is free. The last block is
    /// followed by a norm of its own.
    PRE,
    /// norm(α x + part(x)), DeepNorm (Wang and others, 2022): what was there counts more the deeper
    /// the model is.
    DEEP;

    /// How many times what was there counts in a decoder or encoder of `layers` blocks.
    float alpha(int layers) {
      return this == DEEP ? (float) StrictMath.pow(2 * layers, 0.25) : 1;
    }
  }

  public Tensor apply(Tape t, Tensor x, Mask mask) {
    return think(t, exchange(t, x, mask));
  }

  /// The first half.
  Tensor exchange(Tape t, Tensor x, Mask mask) {
    return switch (order) {
      case POST, DEEP -> first.apply(t, t.add(t.scale(x, alpha), attention.apply(t, x, mask)));
      case PRE -> t.add(t.scale(x, alpha), attention.apply(t, first.apply(t, x), mask));
    };
  }

  /// The second half.
  Tensor think(Tape t, Tensor x) {
    return switch (order) {
      case POST, DEEP -> second.apply(t, t.add(t.scale(x, alpha), feedForward.apply(t, x)));
      case PRE -> t.add(t.scale(x, alpha), feedForward.apply(t, second.apply(t, x)));
    };
  }
}
