package workbook.command.read;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.WCWidth;

/// Text in lines. A width is in columns: a Chinese character takes two.
public final class Lines {

  private Lines() {}

  /// The lines of a text, as they are.
  public static List<AttributedString> split(AttributedString text) {
    List<AttributedString> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        lines.add(text.subSequence(start, i));
        start = i + 1;
      }
    }
    if (start < text.length()) {
      lines.add(text.subSequence(start, text.length()));
    }
    return lines;
  }

  /// The lines of a text, none wider than `width` unless a single word is. A line ends at a blank,
  /// or beside a wide character wherever the rules of the Unicode line breaking allow it: not
  /// before a closing mark, not after an opening one.
  public static List<AttributedString> wrap(AttributedString text, int width) {
    List<AttributedString> lines = new ArrayList<>();
    for (AttributedString line : split(text)) {
      wrapLine(line, width, lines);
    }
    return lines;
  }

  private static void wrapLine(AttributedString text, int width, List<AttributedString> lines) {
    int start = 0;
    int lastBreak = 0;
    for (int next : breaks(text.toString())) {
      if (trimmed(text, start, next).columnLength() > width && lastBreak > start) {
        lines.add(trimmed(text, start, lastBreak));
        start = lastBreak;
      }
      lastBreak = next;
    }
    lines.add(trimmed(text, start, text.length()));
  }

  /// The width below which some word no longer fits.
  static int widestWord(AttributedString text) {
    int widest = 0;
    int start = 0;
    for (int next : breaks(text.toString())) {
      widest = Math.max(widest, trimmed(text, start, next).columnLength());
      start = next;
    }
    return widest;
  }

  static int widest(List<AttributedString> lines) {
    return lines.stream().mapToInt(AttributedString::columnLength).max().orElse(0);
  }

  /// Puts one text before the first line, and another before each line that follows.
  public static List<AttributedString> prefixed(
      List<AttributedString> lines, AttributedString first, AttributedString others) {
    List<AttributedString> result = new ArrayList<>();
    for (AttributedString line : lines) {
      AttributedString prefix = result.isEmpty() ? first : others;
      // No line ends in blanks.
      result.add(line.length() == 0 ? trimmed(prefix, 0, prefix.length()) : join(prefix, line));
    }
    return result;
  }

  public static List<AttributedString> indented(List<AttributedString> lines, int columns) {
    AttributedString blanks = new AttributedString(" ".repeat(columns));
    return prefixed(lines, blanks, blanks);
  }

  public static AttributedString join(AttributedString... parts) {
    AttributedStringBuilder joined = new AttributedStringBuilder();
    for (AttributedString part : parts) {
      joined.append(part);
    }
    return joined.toAttributedString();
  }

  static boolean isWide(int codePoint) {
    return WCWidth.wcwidth(codePoint) == 2;
  }

  private static List<Integer> breaks(String text) {
    BreakIterator iterator = BreakIterator.getLineInstance(Locale.ROOT);
    iterator.setText(text);
    List<Integer> breaks = new ArrayList<>();
    iterator.first();
    for (int i = iterator.next(); i != BreakIterator.DONE; i = iterator.next()) {
      // The rules would also take climbing-stairs and -Psolutions apart.
      if (i == text.length()
          || text.charAt(i - 1) == ' '
          || isWide(text.codePointBefore(i))
          || isWide(text.codePointAt(i))) {
        breaks.add(i);
      }
    }
    return breaks;
  }

  private static AttributedString trimmed(AttributedString text, int start, int end) {
    int last = end;
    while (last > start && text.charAt(last - 1) == ' ') {
      last--;
    }
    return text.subSequence(start, last);
  }
}
