package workbook.answers.tree;

import java.util.Locale;

/// How far a typed word is from a name. A name that only continues the word is nearest.
final class EditDistance {

  private EditDistance() {}

  /// The fewest insertions, deletions and replacements that make `typed` into `name` (Levenshtein
  /// 1966), upper and lower case alike; 0 if `name` begins with `typed`.
  static int between(String typed, String name) {
    String from = typed.toLowerCase(Locale.ROOT);
    String to = name.toLowerCase(Locale.ROOT);
    if (!from.isEmpty() && to.startsWith(from)) {
      return 0;
    }
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }
}
