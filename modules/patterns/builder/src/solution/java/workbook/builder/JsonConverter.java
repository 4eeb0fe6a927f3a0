package workbook.builder;

import java.util.ArrayList;
import java.util.List;
import workbook.builder.rtf.TextConverter;

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
///
/// Finished elements are joined, so no comma is ever taken back, and an empty array is seen before
/// its first bracket is written.
public final class JsonConverter implements TextConverter {

  private final List<String> paragraphs = new ArrayList<>();
  private final List<String> parts = new ArrayList<>();

  @Override
  public void text(String text, Style style) {
    parts.add(
        "{\"text\": %s, \"bold\": %b, \"italic\": %b}"
            .formatted(quoted(text), style.bold(), style.italic()));
  }

  @Override
  public void lineBreak() {
    parts.add("null");
  }

  @Override
  public void endParagraph() {
    paragraphs.add(array(parts, "  "));
    parts.clear();
  }

  /// The document, with a line end.
  public String json() {
    return array(paragraphs, "") + "\n";
  }

  private static String array(List<String> elements, String indent) {
    if (elements.isEmpty()) {
      return "[]";
    }
    String separator = ",\n  " + indent;
    return "[\n  " + indent + String.join(separator, elements) + "\n" + indent + "]";
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> quoted.append(escaped((char) c)));
    return quoted.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default -> c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }
}
