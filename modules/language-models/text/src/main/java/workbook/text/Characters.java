package workbook.text;

import java.util.Arrays;
import java.util.BitSet;

/// One token a character, that is a Unicode code point: the characters of a text, in the order of
/// their code points.
///
/// A **closed** vocabulary has these and no others; any other character is refused. An **open** one
/// spells what it does not have in bytes, with 256 tokens more, and so takes every string.
public final class Characters implements Tokenizer {

  private final int[] characters;
  private final int[] tokens; // By character, up to the largest: its token and 1; 0 if it has none.
  private final boolean open;

  private Characters(String text, boolean open) {
    BitSet found = new BitSet();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      found.set(text.codePointAt(i));
    }
    this.characters = found.stream().toArray();
    this.tokens = new int[found.length()];
    for (int token = 0; token < characters.length; token++) {
      tokens[characters[token]] = token + 1;
    }
    this.open = open;
  }

  /// The characters of a text and no others.
  public static Characters closed(String text) {
    return new Characters(text, false);
  }

  /// The characters of a text, and 256 bytes to spell all others in.
  public static Characters open(String text) {
    return new Characters(text, true);
  }

  /// All characters that have a token, in the order of their tokens.
  public String characters() {
    return new String(characters, 0, characters.length);
  }

  @Override
  public int size() {
    return characters.length + (open ? 256 : 0);
  }

  @Override
  public int[] encode(String text) {
    int[] found = new int[open ? 4 * text.length() : text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      int token = character < tokens.length ? tokens[character] - 1 : -1;
      if (token >= 0) {
        found[length++] = token;
      } else if (open) {
        for (byte b : WideUtf8.encode(Character.toString(character))) {
          found[length++] = characters.length + (b & 0xFF);
        }
      } else {
        throw new IllegalArgumentException(
            "the character %s at index %d is not one of the %d known"
                .formatted(Show.named(character), i, characters.length));
      }
      i += Character.charCount(character);
    }
    return length == found.length ? found : Arrays.copyOf(found, length);
  }

  @Override
  public String decode(int... tokens) {
    WideUtf8.Decoder text = new WideUtf8.Decoder();
    for (int token : tokens) {
      if (isCharacter(token)) {
        text.character(characters[token]);
      } else {
        text.bytes((byte) (token - characters.length));
      }
    }
    return text.toString();
  }

  @Override
  public String show(int token) {
    return isCharacter(token)
        ? Show.text(Character.toString(characters[token]))
        : Show.bytes((byte) (token - characters.length));
  }

  /// @throws IllegalArgumentException if it is no token
  private boolean isCharacter(int token) {
    if (token < 0 || token >= size()) {
      throw new IllegalArgumentException(
          "there is no token %d, they are 0 to %d".formatted(token, size() - 1));
    }
    return token < characters.length;
  }
}
