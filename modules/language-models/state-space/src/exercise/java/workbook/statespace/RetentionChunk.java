package workbook.statespace;

import workbook.exercise.Todo;

/// One chunk of retention, whose places are computed at once.
///
/// @param outputs a row for each place
/// @param state after the chunk: a row for each element of a key, a column for each of a value
record RetentionChunk(double[][] outputs, double[][] state) {

  /// What retention gives that takes these places one after the other: S = γ S + k vᵀ, y = qᵀ S.
  ///
  /// @param state before the chunk; it stays as it is
  /// @param q a row for each place, as are `k` and `v`
  static RetentionChunk of(
      double gamma, double[][] state, double[][] q, double[][] k, double[][] v) {
    return Todo.todo("state-space/4");
  }
}
