package workbook.postgresqlsetup;

/// In quotes, always: then it is neither keyword nor group nor file. But quotes do not help against
/// a slash, which makes an expression of the rest; so such a name is written as an expression that
/// matches it alone.
final class NameWord {

  private NameWord() {}

  static String of(String name) {
    if (name.matches("(?s).*[\\n\\r\\x00].*")) {
      throw new IllegalArgumentException("a line end or a zero byte cannot be written");
    }
    String text = name.startsWith("/") ? "/^" + escaped(name) + "$" : name;
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  /// What has a meaning in an expression loses it behind a backslash.
  private static String escaped(String name) {
    return name.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0");
  }
}
