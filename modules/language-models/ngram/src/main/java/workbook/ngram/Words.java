package workbook.ngram;

import java.util.List;
import java.util.stream.IntStream;
import workbook.text.Characters;

/// Characters as the words of an ARPA file. White space, a backslash and what cannot be seen are
/// written as Java escapes, for a blank would be between words, and a line with a backslash in
/// front begins a section.
final class Words {

  private Words() {}

  static List<String> of(Characters alphabet) {
    return IntStream.range(0, alphabet.size())
        .mapToObj(symbol -> word(alphabet.decode(symbol).codePointAt(0)))
        .toList();
  }

  private static String word(int character) {
    boolean plain =
        character != '\\'
            && !Character.isWhitespace(character)
            && !Character.isSpaceChar(character)
            && !Character.isISOControl(character)
            && Character.getType(character) != Character.FORMAT
            && Character.getType(character) != Character.SURROGATE;
    return plain ? Character.toString(character) : "\\u%04X".formatted(character);
  }
}
