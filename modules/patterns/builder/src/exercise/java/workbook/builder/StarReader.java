package workbook.builder;

import workbook.builder.rtf.TextConverter;
import workbook.exercise.Todo;

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
public final class StarReader {

  private StarReader() {}

  /// Drives the converter with what the text says.
  public static void read(String marked, TextConverter converter) {
    Todo.todo("builder/3");
  }
}
