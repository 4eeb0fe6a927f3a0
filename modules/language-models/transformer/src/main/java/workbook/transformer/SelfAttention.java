package workbook.transformer;

import java.util.Optional;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// A layer of attention: of every place a query, a key and a value for each head; what the heads
/// found lies side by side and is mixed by one more matrix.
///
/// @param heads heads of queries
/// @param shared heads of keys and values: as many, fewer, or one
/// @param rope the rotation of queries and keys, if they are rotated
/// @param bias what is added to the scores
public record SelfAttention(
    Linear query,
    Linear key,
    Linear value,
    Linear output,
    int heads,
    int shared,
    Optional<Rope> rope,
    Bias bias) {

  /// @param x `[batch, time, width]`
  public Tensor apply(Tape t, Tensor x, Mask mask) {
    if (rope.isEmpty() && bias == Bias.NONE) {
      Tensor q = query.apply(t, x);
      Tensor k = key.apply(t, x);
      Tensor v = value.apply(t, x);
      return output.apply(t, FusedAttention.attend(t, q, k, v, heads, shared, mask));
    }
    Tensor q = rotated(t, Attention.split(t, query.apply(t, x), heads));
    Tensor k = rotated(t, Attention.split(t, key.apply(t, x), shared));
    Tensor v = Attention.split(t, value.apply(t, x), shared);
    Tensor found = t.transpose(Attention.attend(t, q, k, v, mask, bias), 1, 2);
    return output.apply(t, t.reshape(found, x.size(0), x.size(1), heads * q.size(3)));
  }

  /// The weights that [#apply] uses: `[batch, heads, time, time]`.
  public Tensor weights(Tape t, Tensor x, Mask mask) {
    Tensor q = rotated(t, Attention.split(t, query.apply(t, x), heads));
    Tensor k = rotated(t, Attention.split(t, key.apply(t, x), shared));
    return Attention.weights(t, q, k, mask, bias);
  }

  private Tensor rotated(Tape t, Tensor x) {
    return rope.map(r -> r.apply(t, x, 0)).orElse(x);
  }
}
