package workbook.builder.rtf;

import java.util.ArrayList;
import java.util.List;

/// Builds Markdown, as CommonMark reads it.
public final class MarkdownConverter implements TextConverter {

  /// What a paragraph consists of: text in a style, or a line end for a break.
  record Run(String text, Style style) {
    boolean isBreak() {
      return text.equals("\n");
    }
  }

  private static final String LINE_BREAK = "\\\n";
  private static final String SPECIAL = "\\`*_[]<>#&~|!";

  private final StringBuilder markdown = new StringBuilder();
  private final List<Run> paragraph;

  public MarkdownConverter() {
    this(new ArrayList<>());
  }

  /// @param paragraph where the runs wait until their paragraph is complete
  MarkdownConverter(List<Run> paragraph) {
    this.paragraph = paragraph;
  }

  @Override
  public void text(String text, Style style) {
    paragraph.add(new Run(text, style));
  }

  @Override
  public void lineBreak() {
    paragraph.add(new Run("\n", Style.PLAIN));
  }

  @Override
  public void endParagraph() {
    StringBuilder line = new StringBuilder();
    int lastVisible = lastVisible();
    for (int i = 0; i < paragraph.size(); i++) {
      Run run = paragraph.get(i);
      if (run.isBreak()) {
        // A paragraph cannot end with Markdown's own line break.
        line.append(i > lastVisible ? "<br>" : LINE_BREAK);
      } else {
        append(line, run, i + 1 < paragraph.size() ? paragraph.get(i + 1).text().charAt(0) : ' ');
      }
    }
    paragraph.clear();
    String text = line.toString().strip();
    if (!text.isEmpty()) {
      markdown.append(markdown.isEmpty() ? "" : "\n").append(atLineStart(text)).append('\n');
    }
  }

  /// Found once, from the end: to look ahead from each break would be quadratic.
  private int lastVisible() {
    int last = paragraph.size() - 1;
    while (last >= 0 && paragraph.get(last).text().isBlank()) {
      last--;
    }
    return last;
  }

  /// The document. An empty paragraph leaves no trace, since Markdown has none.
  public String markdown() {
    return markdown.toString();
  }

  /// Blanks at the edges stand outside the marks: `**bold **` would be two pairs of stars.
  private static void append(StringBuilder line, Run run, char next) {
    String core = run.text().strip();
    if (core.isEmpty() || run.style().equals(Style.PLAIN)) {
      line.append(escaped(run.text()));
      return;
    }
    int start = run.text().indexOf(core);
    int end = start + core.length();
    line.append(run.text(), 0, start);
    char before = line.isEmpty() ? ' ' : line.charAt(line.length() - 1);
    char after = end < run.text().length() ? run.text().charAt(end) : next;
    boolean stars =
        Character.isWhitespace(before)
            && Character.isWhitespace(after)
            && Character.isLetterOrDigit(core.codePointAt(0))
            && Character.isLetterOrDigit(core.codePointBefore(core.length()));
    line.append(stars ? starred(core, run.style()) : tagged(core, run.style()));
    line.append(run.text(), end, run.text().length());
  }

  private static String starred(String text, Style style) {
    String stars = "*".repeat((style.bold() ? 2 : 0) + (style.italic() ? 1 : 0));
    return stars + escaped(text) + stars;
  }

  /// Within a word or beside punctuation stars may not count as marks; tags always do.
  private static String tagged(String text, Style style) {
    return (style.bold() ? "<b>" : "")
        + (style.italic() ? "<i>" : "")
        + escaped(text)
        + (style.italic() ? "</i>" : "")
        + (style.bold() ? "</b>" : "");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(c -> {
          if (SPECIAL.indexOf(c) >= 0) {
            escaped.append('\\');
          }
          escaped.append((char) c);
        });
    return escaped.toString();
  }

  /// What would begin a list, a rule or a heading at the start of a line.
  private static String atLineStart(String text) {
    return text.replaceAll("(?m)^(\\h*)([-+=])", "$1\\\\$2")
        .replaceAll("(?m)^(\\h*\\d+)([.)])", "$1\\\\$2");
  }
}
