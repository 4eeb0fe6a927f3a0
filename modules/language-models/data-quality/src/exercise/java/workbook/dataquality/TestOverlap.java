package workbook.dataquality;

import java.util.List;
import workbook.exercise.Todo;

/// What of the test set is in a training document.
final class TestOverlap {

  private TestOverlap() {}

  /// Cuts out of a document what it shares with the test set: each run of n words or more that
  /// stands in a test text, too. Words are compared as they stand: `The` and `the` are two. GPT-3's
  /// authors did this with n = 13, and dropped pieces that were left too short.
  ///
  /// @param document words with single spaces between them
  /// @param tests the same
  /// @param shortest pieces of fewer words are dropped; every piece has a word at least
  /// @return what is left, piece by piece, in order; the whole document if it shares nothing and is
  ///   long enough
  static List<String> pieces(String document, List<String> tests, int n, int shortest) {
    return Todo.todo("data-quality/4");
  }
}
