package workbook.builder.rtf;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/// The code pages of Windows, as Java calls them.
final class CodePages {

  /// Western European: what a document is in that says nothing.
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /// The code page of each `\\fcharset`: RTF Specification 1.9.1, "Font Table".
  private static final Map<Integer, Integer> OF_FONT =
      Map.ofEntries(
          Map.entry(0, 1252),
          Map.entry(77, 10_000),
          Map.entry(128, 932),
          Map.entry(129, 949),
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
          Map.entry(238, 1250));

  private CodePages() {}

  /// @param number 1252 is Western European, 936 simplified Chinese
  static Optional<Charset> charset(int number) {
    String name =
        switch (number) {
          case 65_001 -> "UTF-8";
          case 932 -> "windows-31j";
          case 936 -> "GBK";
          case 874, 949, 950 -> "x-windows-" + number;
          case 437, 850, 852, 866 -> "IBM" + number;
          case 10_000 -> "x-MacRoman";
          default -> "windows-" + number;
        };
    // The name is not even a legal one where the number is negative.
    return number > 0 && Charset.isSupported(name)
        ? Optional.of(Charset.forName(name))
        : Optional.empty();
  }

  /// What a font's `\\fcharset` says, or nothing where that leaves it to the document.
  static Optional<Charset> ofFont(int fontCharset) {
    return Optional.ofNullable(OF_FONT.get(fontCharset)).flatMap(CodePages::charset);
  }
}
