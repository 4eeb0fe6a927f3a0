package workbook.builder;

import workbook.builder.rtf.TextConverter;
import workbook.builder.rtf.TextConverter.Style;

/// Reads plain text with marks, and drives any [TextConverter] with it: the director changes, and
/// the builders do not notice.
///
/// - `*` turns bold on, and off again.
/// - A line end within a paragraph is a line break.
/// - One or more empty lines end a paragraph, and so does the end of the input. Empty lines before
///   the first paragraph mean nothing. A paragraph begins plain: a star that was never closed ends
///   with its paragraph.
/// - A run without characters is not reported, and runs that follow each other differ in style:
///   `a**b` is one run.
/// - All other characters are text, blanks too.
///
/// Two variables are all that is known between one line and the next. An empty line more than there
/// is makes the last paragraph end like every other.
public final class StarReader {

  private StarReader() {}

  /// Drives the converter with what the text says.
  public static void read(String marked, TextConverter converter) {
    boolean inParagraph = false;
    boolean bold = false;
    for (String line : (marked + "\n").split("\n", -1)) {
      if (line.isEmpty()) {
        if (inParagraph) {
          converter.endParagraph();
        }
        inParagraph = false;
        bold = false;
        continue;
      }
      if (inParagraph) {
        converter.lineBreak();
      }
      inParagraph = true;
      // Two stars in a row cancel out.
      for (String run : line.replace("**", "").splitWithDelimiters("\\*", 0)) {
        if (run.equals("*")) {
          bold = !bold;
        } else if (!run.isEmpty()) {
          converter.text(run, new Style(bold, false));
        }
      }
    }
  }
}
