package workbook.transformer;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// Attention between two sequences: the queries are of the one that is written, keys and values of
/// the one that was read.
///
/// @param heads heads of queries
/// @param shared heads of keys and values: as many, fewer, or one
public record CrossAttention(
    Linear query, Linear key, Linear value, Linear output, int heads, int shared) {

  /// @param x `[batch, queries, width]`
  /// @param read `[batch, keys, width]`
  /// @param seen which places of what was read count
  public Tensor apply(Tape t, Tensor x, Tensor read, Mask seen) {
    Tensor q = query.apply(t, x);
    Tensor k = key.apply(t, read);
    Tensor v = value.apply(t, read);
    return output.apply(t, FusedAttention.attend(t, q, k, v, heads, shared, seen));
  }

  /// The weights that [#apply] uses: `[batch, heads, queries, keys]`.
  public Tensor weights(Tape t, Tensor x, Tensor read, Mask seen) {
    Tensor q = Attention.split(t, query.apply(t, x), heads);
    Tensor k = Attention.split(t, key.apply(t, read), shared);
    return Attention.weights(t, q, k, seen, Bias.NONE);
  }
}
