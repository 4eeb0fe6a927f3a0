package workbook.dataquality;

import workbook.exercise.Todo;

/// Gopher's rules for texts that have no spaces.
final class ScriptRules {

  private ScriptRules() {}

  /// Whether a Chinese text passes. Gopher's rules reject every one of them; these ask for the same
  /// in the units of the script. White space ([Character#isWhitespace(int)]) counts nowhere.
  ///
  /// - It has 100 to 200,000 characters (code points).
  /// - At least 8 in 10 of them are Chinese characters ([Character.UnicodeScript#HAN]) or letters
  ///   or digits of other scripts, and at least half are Chinese characters.
  /// - No more than 1 in 20 is `#` or `…`, both together.
  /// - No more than 3 in 10 of its lines that are not blank end in `…` or `...`.
  /// - At least two different ones of 的 了 是 在 和 不 stand in it.
  static boolean pass(String text) {
    return Todo.todo("data-quality/6");
  }
}
