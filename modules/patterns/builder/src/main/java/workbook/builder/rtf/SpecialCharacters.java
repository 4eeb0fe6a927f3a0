package workbook.builder.rtf;

import java.util.Map;
import java.util.Optional;

/// The characters that have a name or a symbol: RTF Specification 1.9.1, "Special Characters".
final class SpecialCharacters {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("tab", "\t"),
          Map.entry("cell", "\t"),
          Map.entry("nestcell", "\t"),
          Map.entry("emdash", "—"),
          Map.entry("endash", "–"),
          Map.entry("emspace", "\u2003"),
          Map.entry("enspace", "\u2002"),
          Map.entry("qmspace", "\u2005"),
          Map.entry("lquote", "‘"),
          Map.entry("rquote", "’"),
          Map.entry("ldblquote", "“"),
          Map.entry("rdblquote", "”"),
          Map.entry("bullet", "•"),
          Map.entry("zwbo", "\u200b"),
          Map.entry("zwnbo", "\u2060"),
          Map.entry("zwj", "\u200d"),
          Map.entry("zwnj", "\u200c"),
          Map.entry("ltrmark", "\u200e"),
          Map.entry("rtlmark", "\u200f"));

  private static final Map<Character, String> SYMBOLS =
      Map.of(
          '\\', "\\",
          '{', "{",
          '}', "}",
          '\t', "\t",
          '~', "\u00a0",
          '-', "\u00ad",
          '_', "\u2011");

  private SpecialCharacters() {}

  /// `\emdash`
  static Optional<String> word(String name) {
    return Optional.ofNullable(WORDS.get(name));
  }

  /// `\~`
  static Optional<String> symbol(char symbol) {
    return Optional.ofNullable(SYMBOLS.get(symbol));
  }
}
