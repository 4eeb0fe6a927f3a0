package workbook.transformer;

/// Which keys a query may see. All masks are of this one type, so they can be combined.
///
/// A mask hides by being asked: a hidden score is never added to anything, so it does no harm
/// whatever it is, infinite or not a number.
@FunctionalInterface
public interface Mask {

  /// @param sequence which of the sequences of the batch
  /// @param query the place that looks
  /// @param key the place that is looked at
  boolean allows(int sequence, int query, int key);

  /// Every place sees every place, as in an encoder.
  static Mask bidirectional() {
    return (_, _, _) -> true;
  }

  /// A place sees itself and what is before it, as in a decoder.
  static Mask causal() {
    return causal(0);
  }

  /// The same where the first `before` keys are from earlier calls, and the first query stands
  /// behind them. The last query then sees the last key: the mask is aligned at the bottom right.
  static Mask causal(int before) {
    return (_, query, key) -> key <= before + query;
  }

  /// Causal, but the first `length` places see each other in both directions.
  static Mask prefix(int length) {
    return causal().or((_, _, key) -> key < length);
  }

  /// Causal, and a place sees `width` places only, itself among them.
  static Mask window(int width) {
    return causal().and((_, query, key) -> key > query - width);
  }

  /// Sequences of different lengths side by side: nobody sees what is behind the end.
  static Mask padding(int... lengths) {
    int[] ends = lengths.clone();
    return (sequence, _, key) -> key < ends[sequence];
  }

  /// What both allow.
  default Mask and(Mask other) {
    return (sequence, query, key) ->
        allows(sequence, query, key) && other.allows(sequence, query, key);
  }

  /// What one of them allows.
  default Mask or(Mask other) {
    return (sequence, query, key) ->
        allows(sequence, query, key) || other.allows(sequence, query, key);
  }
}
