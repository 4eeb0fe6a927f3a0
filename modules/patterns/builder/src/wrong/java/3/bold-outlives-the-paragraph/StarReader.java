package workbook.builder;

import workbook.builder.rtf.TextConverter;
import workbook.builder.rtf.TextConverter.Style;
import workbook.exercise.Exercise;

/// The learner sees: `*a, an empty line, b] expected: "<p><b>a</b></p> <p>b</p> " but was:
/// "<p><b>a</b></p> <p><b>b</b></p> "`
///
/// The style is declared before the first loop, because a star turns it on "until it is turned
/// off".
@Exercise(
    id = "builder/3",
    title = "Another director for the same builders",
    hints = {
      "What has to be known between one character and the next? It is less than RTF needs.",
      "Gather characters until the style changes or the paragraph ends; only then call text(…), and"
          + " only if there are any.",
      "At a star: hand over what was gathered in the old style, then flip bold. At an empty line,"
          + " and at the end of the input: hand over, end the paragraph, and begin plain again."
    })
public final class StarReader {

  private StarReader() {}

  /// Drives the converter with what the text says.
  public static void read(String marked, TextConverter converter) {
    boolean bold = false;
    for (String paragraph : marked.strip().split("\n{2,}")) {
      if (paragraph.isEmpty()) {
        continue;
      }
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
