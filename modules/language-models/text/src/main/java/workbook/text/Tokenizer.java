package workbook.text;

/// Text to numbers and back. For every string that [#encode] accepts,
/// `decode(encode(text)).equals(text)`.
public interface Tokenizer {

  /// How many tokens there are. They are numbered from 0.
  int size();

  /// The tokens of a text.
  ///
  /// @throws IllegalArgumentException if the text has a character that this tokenizer has no token
  ///   for, with the character and its place; a tokenizer may say that there is none
  int[] encode(String text);

  /// The text of tokens.
  ///
  /// @throws IllegalArgumentException if a number is not one of a token
  String decode(int... tokens);

  /// A token as a reader wants to see it, without a line break; one that is part of a character in
  /// hexadecimal.
  String show(int token);
}
