package workbook.transformer;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// A learned number for each head and each distance, added to the scores, as in T5 (Raffel and
/// others, 2020). Near distances have a number of their own; far ones share it, in buckets that
/// grow like a logarithm.
///
/// @param table `[buckets, heads]`
/// @param bidirectional whether keys behind the query have buckets, half of them
/// @param farthest distances from here on share the last bucket
public record RelativeBias(Tensor table, boolean bidirectional, int farthest) implements Bias {

  @Override
  public Tensor addTo(Tape t, Tensor scores) {
    int queries = scores.size(2);
    int keys = scores.size(3);
    int[] buckets = new int[queries * keys];
    for (int i = 0; i < buckets.length; i++) {
      int position = i / keys + keys - queries;
      buckets[i] = bucket(i % keys - position);
    }
    Tensor bias = t.embedding(table, buckets, queries, keys);
    return t.add(scores, t.transpose(t.transpose(bias, 1, 2), 0, 1));
  }

  /// @param distance of the key from the query: negative where it stands before it
  int bucket(int distance) {
    int buckets = bidirectional ? table.size(0) / 2 : table.size(0);
    int first = bidirectional && distance > 0 ? buckets : 0;
    int far = bidirectional ? Math.abs(distance) : Math.max(-distance, 0);
    int exact = buckets / 2;
    if (far < exact) {
      return first + far;
    }
    double part = StrictMath.log((double) far / exact) / StrictMath.log((double) farthest / exact);
    return first + Math.min(exact + (int) (part * (buckets - exact)), buckets - 1);
  }
}
