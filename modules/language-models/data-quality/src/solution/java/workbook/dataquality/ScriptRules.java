package workbook.dataquality;

import java.util.List;

/// Counts code points; everything is compared as whole numbers.
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
    int[] characters = text.codePoints().filter(c -> !Character.isWhitespace(c)).toArray();
    int han = 0;
    int letters = 0;
    int symbols = 0;
    for (int c : characters) {
      boolean chinese = Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
      han += chinese ? 1 : 0;
      letters += chinese || Character.isLetterOrDigit(c) ? 1 : 0;
      symbols += c == '#' || c == '…' ? 1 : 0;
    }
    int n = characters.length;
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    long trailing =
        lines.stream().filter(line -> line.endsWith("…") || line.endsWith("...")).count();
    long common = "的了是在和不".chars().filter(c -> text.indexOf(c) >= 0).count();
    return n >= 100
        && n <= 200_000
        && 10 * letters >= 8 * n
        && 2 * han >= n
        && 20 * symbols <= n
        && 10 * trailing <= 3 * lines.size()
        && common >= 2;
  }
}
