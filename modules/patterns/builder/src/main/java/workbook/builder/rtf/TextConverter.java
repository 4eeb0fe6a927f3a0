package workbook.builder.rtf;

/// The Builder: it is told the parts of a document, in order, and makes of them what it likes.
///
/// There is deliberately no `result()` here. What a web page, a string and a word count have in
/// common is no type; each converter has its own method for what it has made.
public interface TextConverter {

  /// A run of text in one style. Runs that follow each other differ in style.
  void text(String text, Style style);

  /// A new line within the paragraph.
  void lineBreak();

  /// The end of a paragraph, which may be empty.
  void endParagraph();

  /// How a run looks.
  record Style(boolean bold, boolean italic) {
    public static final Style PLAIN = new Style(false, false);
  }
}
