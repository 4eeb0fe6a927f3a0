package workbook.dataquality;

import java.util.List;

/// Counts code points; everything is compared as whole numbers.
final class ScriptRules {

  private ScriptRules() {}

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
