package workbook.dataquality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Marks the words of every run that a test has, and collects what is not marked.
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
    Set<List<String>> runs = new HashSet<>();
    for (String test : tests) {
      List<String> words = List.of(test.split(" "));
      for (int i = 0; i + n <= words.size(); i++) {
        runs.add(words.subList(i, i + n));
      }
    }
    List<String> words = List.of(document.split(" "));
    boolean[] shared = new boolean[words.size()];
    for (int i = 0; i + n <= words.size(); i++) {
      if (runs.contains(words.subList(i, i + n))) {
        for (int j = i; j < i + n; j++) {
          shared[j] = true;
        }
      }
    }
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= shared.length; i++) {
      if (i == shared.length || shared[i]) {
        if (i > from && i - from >= shortest) {
          pieces.add(String.join(" ", words.subList(from, i)));
        }
        from = i + 1;
      }
    }
    return pieces;
  }
}
