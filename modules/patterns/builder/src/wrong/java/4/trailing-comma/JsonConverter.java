package workbook.builder;

import workbook.builder.rtf.TextConverter;
import workbook.exercise.Exercise;

/// The learner sees: `json of two paragraphs, the second empty] expected: "[ [ {"text": "a",
/// "bold": false, "italic": false}, null ], [] ] " but was: "[ [ {"text": "a", "bold": false,
/// "italic": false}, null, ],`
///
/// Each element is written with the comma that follows it, and after the last one none may follow.
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

  private final StringBuilder json = new StringBuilder("[\n");
  private String before = "  [\n";

  @Override
  public void text(String text, Style style) {
    json.append(before)
        .append(
            "    {\"text\": %s, \"bold\": %b, \"italic\": %b},\n"
                .formatted(quoted(text), style.bold(), style.italic()));
    before = "";
  }

  @Override
  public void lineBreak() {
    json.append(before).append("    null,\n");
    before = "";
  }

  @Override
  public void endParagraph() {
    json.append(before.isEmpty() ? "  ],\n" : "  [],\n");
    before = "  [\n";
  }

  /// The document, with a line end.
  public String json() {
    return json + "]\n";
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
