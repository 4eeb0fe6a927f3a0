package workbook.builder;

import workbook.builder.rtf.TextConverter;
import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// Reads plain text with marks, and drives any [TextConverter] with it: the director changes, and
/// the builders do not notice.
///
/// - `*` turns bold on, and off again.
/// - A line end within a paragraph is a line break.
/// - One or more empty lines end a paragraph, and so does the end of the input. A paragraph begins
///   plain: a star that was never closed ends with its paragraph. Empty paragraphs are not
///   reported.
/// - A run without characters is not reported.
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
    Todo.todo("builder/3");
  }
}
