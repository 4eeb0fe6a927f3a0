package workbook.builder.rtf;

/// Builds plain text: a line a paragraph.
public final class PlainTextConverter implements TextConverter {

  private final StringBuilder plain = new StringBuilder();

  @Override
  public void text(String text, Style style) {
    plain.append(text);
  }

  @Override
  public void lineBreak() {
    plain.append('\n');
  }

  @Override
  public void endParagraph() {
    plain.append('\n');
  }

  /// The text, each paragraph with a line end.
  public String text() {
    return plain.toString();
  }
}
