package workbook.ngram;

import workbook.exercise.Todo;

/// Stupid back-off. Thorsten Brants et al., [Large language models in machine
/// translation](https://aclanthology.org/D07-1090/), 2007: the scores are no probabilities, and for
/// a trillion words nobody minded.
final class StupidBackoff {

  private StupidBackoff() {}

  /// The score of the last symbol of an n-gram after the others: if the n-gram was counted, its
  /// count by that of its context; if not, 0.4 times the score of the n-gram without its first
  /// symbol. The score of a single symbol is its count by the length of the text, and may be 0.
  ///
  /// @param gram up to `counts.order()` symbols
  /// @param length the length of the text that was counted
  static double score(Counts counts, int length, int... gram) {
    return Todo.todo("ngram/2");
  }
}
