package workbook.dataquality;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Shingles as lists of words, which are equal if all of their words are.
final class ShingleSimilarity {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private ShingleSimilarity() {}

  /// The Jaccard similarity of the sets of shingles of two texts: how many shingles both have,
  /// divided by how many there are in either. A shingle is n words in a row. A word is a run of
  /// letters, combining marks and digits (`\p{L}`, `\p{M}` and `\p{N}`), of any script; capitals do
  /// not count. A text that has words, but fewer than n, has one shingle: all of its words. Two
  /// texts without words are equal: 1.
  static double of(String a, String b, int n) {
    Set<List<String>> ofA = shingles(a, n);
    Set<List<String>> ofB = shingles(b, n);
    Set<List<String>> both = new HashSet<>(ofA);
    both.retainAll(ofB);
    Set<List<String>> either = new HashSet<>(ofA);
    either.addAll(ofB);
    return either.isEmpty() ? 1 : (double) both.size() / either.size();
  }

  private static Set<List<String>> shingles(String text, int n) {
    List<String> words =
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
    Set<List<String>> shingles = new HashSet<>();
    if (words.isEmpty()) {
      return shingles;
    }
    for (int i = 0; i <= Math.max(0, words.size() - n); i++) {
      shingles.add(words.subList(i, Math.min(words.size(), i + n)));
    }
    return shingles;
  }
}
