package workbook.builder.rtf;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/// The fonts that have a code page of their own: RTF Specification 1.9.1, "Font Table".
final class FontTable {

  /// The code page of each `\fcharset`. Those that are missing leave it to the document.
  private static final Map<Integer, Integer> CODE_PAGES =
      Map.ofEntries(
          Map.entry(0, 1252),
          Map.entry(77, 10_000),
          Map.entry(78, 10_001),
          Map.entry(79, 10_003),
          Map.entry(80, 10_008),
          Map.entry(81, 10_002),
          Map.entry(83, 10_005),
          Map.entry(84, 10_004),
          Map.entry(85, 10_006),
          Map.entry(86, 10_081),
          Map.entry(87, 10_021),
          Map.entry(88, 10_029),
          Map.entry(89, 10_007),
          Map.entry(128, 932),
          Map.entry(129, 949),
          Map.entry(130, 1361),
          Map.entry(134, 936),
          Map.entry(136, 950),
          Map.entry(161, 1253),
          Map.entry(162, 1254),
          Map.entry(163, 1258),
          Map.entry(177, 1255),
          Map.entry(178, 1256),
          Map.entry(186, 1257),
          Map.entry(204, 1251),
          Map.entry(222, 874),
          Map.entry(238, 1250),
          Map.entry(254, 437),
          Map.entry(255, 850));

  private final Map<Integer, Charset> charsets = new HashMap<>();

  /// What a font's bytes are in.
  ///
  /// @param document what they are in if the font does not say
  Charset charset(int font, Charset document) {
    return charsets.getOrDefault(font, document);
  }

  /// `\cpg`, which wins over `\fcharset` whichever comes first.
  void codePage(int font, Charset charset) {
    charsets.put(font, charset);
  }

  /// `\fcharset`
  void fontCharset(int font, int fontCharset) {
    Integer codePage = CODE_PAGES.get(fontCharset);
    if (codePage != null) {
      CodePages.charset(codePage).ifPresent(charset -> charsets.putIfAbsent(font, charset));
    }
  }
}
