package workbook.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Greedy, without a way back: that is what makes it fast, and why a word may be unknown although
/// it could be cut. `offsetByCodePoints` keeps the two halves of a character together.
final class WordPiece {

  private static final List<String> UNKNOWN = List.of("[UNK]");

  private WordPiece() {}

  static List<String> cut(String word, Set<String> vocabulary) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (start < word.length()) {
      int end = word.length();
      while (end > start && !vocabulary.contains(token(word, start, end))) {
        end = word.offsetByCodePoints(end, -1);
      }
      if (end == start) {
        return UNKNOWN;
      }
      pieces.add(token(word, start, end));
      start = end;
    }
    return pieces;
  }

  private static String token(String word, int start, int end) {
    return (start == 0 ? "" : "##") + word.substring(start, end);
  }
}
