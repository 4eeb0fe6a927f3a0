package workbook.builder;

import workbook.builder.rtf.TextConverter;
import workbook.exercise.Todo;

/// Builds JSON (RFC 8259), indented by two blanks a level: an array of paragraphs, each an array of
/// its parts in order. A run is an object in one line, a line break is `null`:
///
/// ```json
/// [
///   [
///     {"text": "half past ", "bold": false, "italic": false},
///     {"text": "three", "bold": true, "italic": false},
///     null
///   ],
///   []
/// ]
/// ```
///
/// An array without elements is `[]`. In a text `"` and `\` have a backslash before them, a line
/// end is `\n`, a tab `\t`, any other character below U+0020 its number in lower case, `\u001f`;
/// all others stand as they are. The document ends with a line end.
public final class JsonConverter implements TextConverter {

  @Override
  public void text(String text, Style style) {
    Todo.todo("builder/4");
  }

  @Override
  public void lineBreak() {
    Todo.todo("builder/4");
  }

  @Override
  public void endParagraph() {
    Todo.todo("builder/4");
  }

  /// The document, with a line end.
  public String json() {
    return Todo.todo("builder/4");
  }
}
