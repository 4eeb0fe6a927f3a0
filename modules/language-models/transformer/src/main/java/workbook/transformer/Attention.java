package workbook.transformer;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// Scaled dot-product attention: each query takes a mean of the values, weighted by how well it
/// matches their keys: softmax(q kᵀ / √d) v.
///
/// Queries are `[batch, heads, queries, width]`, keys and values `[batch, shared, keys, width]`,
/// where `shared` divides `heads`. With as many of each it is **multi-head** attention; with fewer
/// it is **grouped-query** attention, where neighbouring heads share keys and values; with one it
/// is **multi-query** attention. The heads of a group lie one behind the other, so for the product
/// they are one head with more queries, and nothing is copied.
public final class Attention {

  private Attention() {}

  /// `[batch, heads, queries, width]`.
  public static Tensor attend(Tape t, Tensor q, Tensor k, Tensor v, Mask mask, Bias bias) {
    return mix(t, weights(t, q, k, mask, bias), v);
  }

  /// The weights of the mean: `[batch, heads, queries, keys]`, in which each row sums to 1, or is 0
  /// if it sees nothing.
  ///
  /// @throws IllegalArgumentException if the heads cannot be shared out
  public static Tensor weights(Tape t, Tensor q, Tensor k, Mask mask, Bias bias) {
    int heads = q.size(1);
    int queries = q.size(2);
    float scale = (float) (1 / Math.sqrt(q.size(3)));
    Tensor products = t.matmulTransposed(grouped(t, q, k.size(1)), k);
    Tensor scores = t.reshape(t.scale(products, scale), q.size(0), heads, queries, k.size(2));
    return MaskedSoftmax.apply(
        t,
        bias.addTo(t, scores),
        (row, key) -> mask.allows(row / (heads * queries), row % queries, key));
  }

  private static Tensor mix(Tape t, Tensor weights, Tensor v) {
    Tensor mixed = t.matmul(grouped(t, weights, v.size(1)), v);
    return t.reshape(mixed, weights.size(0), weights.size(1), weights.size(2), v.size(3));
  }

  /// The heads that share keys, as one head.
  private static Tensor grouped(Tape t, Tensor x, int shared) {
    checkShared(x.size(1), shared);
    return t.reshape(x, x.size(0), shared, x.size(1) / shared * x.size(2), x.size(3));
  }

  /// `[batch, time, heads · width]` to `[batch, heads, time, width]`.
  static Tensor split(Tape t, Tensor x, int heads) {
    Tensor apart = t.reshape(x, x.size(0), x.size(1), heads, x.size(2) / heads);
    return t.transpose(apart, 1, 2);
  }

  static void checkShared(int heads, int shared) {
    if (heads % shared != 0) {
      throw new IllegalArgumentException(
          "%d query heads cannot share %d heads of keys and values evenly"
              .formatted(heads, shared));
    }
  }
}
