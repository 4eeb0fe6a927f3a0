package workbook.transformer;

import workbook.exercise.Todo;

/// Which keys a query may see.
final class CausalMask {

  private CausalMask() {}

  /// A causal mask with a window. The last query stands at the last key; a query sees the key at
  /// its own place and those before it, `window` keys at most.
  ///
  /// `allowed(2, 3, 2)` has the rows `true true false` and `false true true`: the queries stand at
  /// the places 1 and 2.
  ///
  /// @param queries 1 or more, and no more than keys
  /// @param keys up to 10,000
  /// @param window 1 or more; it may be larger than any text
  /// @return a row for each query, in it a value for each key
  static boolean[][] allowed(int queries, int keys, int window) {
    return Todo.todo("transformer/1");
  }
}
