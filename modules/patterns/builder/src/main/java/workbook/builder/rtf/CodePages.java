package workbook.builder.rtf;

import java.nio.charset.Charset;
import java.util.Optional;

/// The code pages of Windows, DOS and the Macintosh, as Java calls them. Windows has registered all
/// of them under a number, and RTF uses those numbers.
final class CodePages {

  /// Western European: what a document is in that says nothing.
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private CodePages() {}

  /// @param number 1252 is Western European, 936 simplified Chinese; some writers squeeze 65001
  ///   into a signed number of 16 bits, which is -535
  /// @return nothing if there is no such code page, or if Java cannot decode it
  static Optional<Charset> charset(int number) {
    return name(number < 0 ? number + 0x1_0000 : number)
        .filter(Charset::isSupported)
        .map(Charset::forName);
  }

  /// Java has no MacJapanese and its kin (10001 to 10003, 10008), but what they extend. A name that
  /// nobody has is not asked for: to find that out, Java searches all its providers.
  private static Optional<String> name(int number) {
    String name =
        switch (number) {
          case 437, 775, 850, 852, 855, 857, 860, 861, 862, 863, 864, 865, 866, 869 ->
              "IBM" + number;
          case 708 -> "ISO-8859-6";
          case 737 -> "x-IBM737";
          case 819 -> "ISO-8859-1";
          case 858 -> "IBM00858";
          case 874, 932, 936, 949, 950 -> "windows-" + number;
          case 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258 -> "windows-" + number;
          case 1361 -> "x-Johab";
          case 10_000 -> "x-MacRoman";
          case 10_001 -> "Shift_JIS";
          case 10_002 -> "Big5";
          case 10_003 -> "EUC-KR";
          case 10_004 -> "x-MacArabic";
          case 10_005 -> "x-MacHebrew";
          case 10_006 -> "x-MacGreek";
          case 10_007 -> "x-MacCyrillic";
          case 10_008 -> "GB2312";
          case 10_021 -> "x-MacThai";
          case 10_029 -> "x-MacCentralEurope";
          case 10_081 -> "x-MacTurkish";
          case 20_866 -> "KOI8-R";
          case 21_866 -> "KOI8-U";
          case 54_936 -> "GB18030";
          case 65_001 -> "UTF-8";
          default -> number > 28_590 && number <= 28_605 ? "ISO-8859-" + (number - 28_590) : null;
        };
    return Optional.ofNullable(name);
  }
}
