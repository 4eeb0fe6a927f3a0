package workbook.postgresqlsetup;

/// One word of `pg_hba.conf`.
///
/// @param quoted whether it begins with a quote: then `all` is a name, `+staff` too, and `@file`
record HbaToken(String text, boolean quoted) {

  /// Whether it is a keyword, and not a name that happens to read like one.
  boolean is(String keyword) {
    return !quoted && text.equals(keyword);
  }

  /// `+role`: the members of a role.
  boolean isGroup() {
    return !quoted && text.startsWith("+");
  }

  /// `/expression`. Quotes do not take that meaning away.
  boolean isRegex() {
    return text.startsWith("/");
  }

  /// What stands behind the first character.
  String rest() {
    return text.substring(1);
  }
}
