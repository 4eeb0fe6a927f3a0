package workbook.builder.rtf;

/// Builds HTML: paragraphs with bold and italic in them.
public final class HtmlConverter implements TextConverter {

  private final StringBuilder html = new StringBuilder();
  private final StringBuilder paragraph = new StringBuilder();

  @Override
  public void text(String text, Style style) {
    paragraph
        .append(style.bold() ? "<b>" : "")
        .append(style.italic() ? "<i>" : "")
        .append(escaped(text))
        .append(style.italic() ? "</i>" : "")
        .append(style.bold() ? "</b>" : "");
  }

  @Override
  public void lineBreak() {
    paragraph.append("<br>");
  }

  @Override
  public void endParagraph() {
    html.append("<p>").append(paragraph).append("</p>\n");
    paragraph.setLength(0);
  }

  /// The paragraphs, one a line, without a page around them.
  public String html() {
    return html.toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
