package workbook.isolationlevels.spec;

/// A word of a specification, and where it stands.
///
/// @param text an SQL block without its braces, a name without its quotes
record Token(Kind kind, String text, int line, int column) {

  enum Kind {
    KEYWORD,
    NAME,
    NUMBER,
    SQL,
    PUNCTUATION,
    /// A line of ours, `#! …`.
    ADDITION,
    END
  }

  boolean is(Kind wanted, String wantedText) {
    return kind == wanted && text.equals(wantedText);
  }

  /// As a message quotes it.
  String shown() {
    return switch (kind) {
      case SQL -> "an SQL block";
      case END -> "the end of the file";
      case ADDITION -> "'#! " + text + "'";
      default -> "'" + text + "'";
    };
  }
}
