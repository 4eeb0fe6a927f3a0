package workbook.dataquality;

import workbook.exercise.Todo;

/// How alike two texts are by their runs of words.
final class ShingleSimilarity {

  private ShingleSimilarity() {}

  /// The Jaccard similarity of the sets of shingles of two texts: how many shingles both have,
  /// divided by how many there are in either. A shingle is n words in a row. A word is a run of
  /// letters, combining marks and digits (`\p{L}`, `\p{M}` and `\p{N}`), of any script; capitals do
  /// not count. A text that has words, but fewer than n, has one shingle: all of its words. Two
  /// texts without words are equal: 1.
  static double of(String a, String b, int n) {
    return Todo.todo("data-quality/1");
  }
}
