package workbook.builder.rtf;

import java.util.Set;

/// What a group is for. Most groups of an RTF file are not the document's text: fonts, colours,
/// pictures, notes.
enum Destination {
  /// The document's text.
  TEXT,
  /// The font table.
  FONTS,
  /// Several forms of one thing, of which this reader shows [#SHOWN]: `\object` holds data and a
  /// picture or text that stands for it, `\\upr` the same text without and with Unicode.
  ALTERNATIVES,
  /// Nothing that this reader shows.
  SKIPPED;

  private static final Set<String> SHOWN = Set.of("result", "ud");

  /// `{\*\…}` means: skip this group if the word is new to you. These are not. A style begins no
  /// destination, and in the properties of a nested table stands the end of its row.
  private static final Set<String> STARRED_TEXT = Set.of("cs", "ds", "ts", "nesttableprops");

  /// The destinations that may come without a star, since the first readers knew them.
  private static final Set<String> NO_TEXT =
      Set.of(
          // tables
          "colortbl",
          "stylesheet",
          "filetbl",
          "revtbl",
          "listtable",
          "listoverridetable",
          // about the document
          "info",
          "comment",
          "generator",
          // beside the text
          "header",
          "headerl",
          "headerr",
          "headerf",
          "footer",
          "footerl",
          "footerr",
          "footerf",
          "footnote",
          // entries of indexes and tables of contents
          "xe",
          "rxe",
          "txe",
          "tc",
          "tcn",
          // what is shown otherwise
          "pict",
          "fldinst",
          "nonesttables");

  /// What the group is for after this word, if it was for this before.
  Destination after(Token.Word word) {
    String name = word.name();
    if (this == ALTERNATIVES && SHOWN.contains(name)) {
      return TEXT;
    }
    if (NO_TEXT.contains(name) || word.starred() && !STARRED_TEXT.contains(name)) {
      return SKIPPED;
    }
    if (this != TEXT) {
      return this;
    }
    return switch (name) {
      case "fonttbl" -> FONTS;
      case "object", "upr" -> ALTERNATIVES;
      default -> TEXT;
    };
  }
}
