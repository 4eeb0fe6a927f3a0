package workbook.builder.rtf;

/// A piece of RTF, with the number of bytes before it.
sealed interface Token {

  int offset();

  /// `{`
  record GroupStart(int offset) implements Token {}

  /// `}`
  record GroupEnd(int offset) implements Token {}

  /// `\b0`: a name, and perhaps a number.
  ///
  /// @param number null if there is none
  /// @param starred whether it is written `\*\b0`: the group may be skipped by a reader that does
  ///   not know the word
  record Word(int offset, String name, Integer number, boolean starred) implements Token {
    int numberOr(int absent) {
      return number == null ? absent : number;
    }
  }

  /// `\~`: a single character that is no letter.
  record Symbol(int offset, char symbol) implements Token {}

  /// A byte of text in the document's code page: a plain character, or written as `\'e9`.
  record Byte(int offset, byte value) implements Token {}

  /// `\bin3` and its three bytes of whatever they are.
  record Binary(int offset) implements Token {}

  /// The end of the document.
  record End(int offset) implements Token {}
}
