package workbook.builder;

import workbook.builder.rtf.TextConverter;
import workbook.builder.rtf.TextConverter.Style;

/// Reads plain text with marks, and drives any [TextConverter] with it: the director changes, and
/// the builders do not notice.
///
/// - `*` turns bold on, and off again.
/// - A line end within a paragraph is a line break.
/// - One or more empty lines end a paragraph, and so does the end of the input. A paragraph begins
///   plain: a star that was never closed ends with its paragraph. Empty paragraphs are not
///   reported.
/// - A run without characters is not reported.
///
/// The input is cut into paragraphs, lines and runs, and each cut is one loop. The style is a
/// variable of the paragraph's loop, so it cannot outlive the paragraph.
public final class StarReader {

  private StarReader() {}

  /// Drives the converter with what the text says.
  public static void read(String marked, TextConverter converter) {
    for (String paragraph : marked.strip().split("\n{2,}")) {
      if (paragraph.isEmpty()) {
        continue;
      }
      boolean bold = false;
      String separator = "";
      for (String line : paragraph.split("\n")) {
        if (!separator.isEmpty()) {
          converter.lineBreak();
        }
        separator = "\n";
        for (String run : line.splitWithDelimiters("\\*", 0)) {
          if (run.equals("*")) {
            bold = !bold;
          } else if (!run.isEmpty()) {
            converter.text(run, new Style(bold, false));
          }
        }
      }
      converter.endParagraph();
    }
  }
}
