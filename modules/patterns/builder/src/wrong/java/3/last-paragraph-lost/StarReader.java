package workbook.builder;

import workbook.builder.rtf.TextConverter;
import workbook.builder.rtf.TextConverter.Style;
import workbook.exercise.Exercise;

/// The learner sees: `a, without a line end] expected: "<p>a</p> " but was: ""`
///
/// Paragraphs end where an empty line is found, and after the last one there is none.
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
    StringBuilder text = new StringBuilder();
    for (String line : marked.split("\n", -1)) {
      if (!line.isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n").append(line);
        continue;
      }
      if (text.isEmpty()) {
        continue;
      }
      boolean bold = false;
      for (String run : text.toString().splitWithDelimiters("[*\n]", 0)) {
        switch (run) {
          case "*" -> bold = !bold;
          case "\n" -> converter.lineBreak();
          case "" -> {}
          default -> converter.text(run, new Style(bold, false));
        }
      }
      converter.endParagraph();
      text.setLength(0);
    }
  }
}
