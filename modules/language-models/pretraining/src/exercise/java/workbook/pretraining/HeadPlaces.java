package workbook.pretraining;

import workbook.exercise.Todo;

/// Where the head of a classifier stands.
final class HeadPlaces {

  private HeadPlaces() {}

  /// For each sentence the place whose vector the head reads, counted from 0 over all rows. The
  /// sentences lie one behind the other in rows of equal length, each filled up behind its end.
  ///
  /// In an encoder every place has seen all words, and the head stands on the first. In a decoder
  /// only one has.
  ///
  /// `of(false, 4, 4, 2)` is `3 5`.
  ///
  /// @param encoder whether it is one, or else a decoder
  /// @param longest the length of a row
  /// @param lengths of the sentences, each 1 or more
  static int[] of(boolean encoder, int longest, int... lengths) {
    return Todo.todo("pretraining/3");
  }
}
