package workbook.builder;

import java.util.ArrayList;
import java.util.List;
import workbook.builder.rtf.TextConverter;
import workbook.exercise.Exercise;

/// The learner sees: `json of the text a"b\c] expected: "{"text": "a\"b\\c", "bold": false,
/// "italic": false}"`
///
/// Quotation marks are escaped because the text would end there; that the escape itself must be
/// escaped shows only with a path or a regular expression in the text.
@Exercise(
    id = "builder/4",
    title = "A fifth representation: indented JSON",
    hints = {
      "Which part can you write down when text(…) is called, and which only when the paragraph or"
          + " the document is over?",
      "Between two elements of an array stands a comma: it is easier to join finished elements than"
          + " to take back a comma. Keep a list of the runs of this paragraph, and one of the"
          + " finished paragraphs.",
      "RFC 8259, section 7: the quotation mark, the backslash and everything below U+0020 must be"
          + " escaped; \\n, \\t and \\u0001 are ways to do it. Everything else may stand as it is."
    })
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
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default -> c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }
}
