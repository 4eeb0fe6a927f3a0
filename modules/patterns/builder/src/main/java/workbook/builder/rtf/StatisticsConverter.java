package workbook.builder.rtf;

/// Builds no text at all, but counts of it.
public final class StatisticsConverter implements TextConverter {

  /// What was counted.
  ///
  /// @param words runs of letters and digits; a Chinese character is a word by itself
  /// @param characters code points
  /// @param bold the bold ones among them
  /// @param italic the italic ones
  public record Statistics(int paragraphs, int words, int characters, int bold, int italic) {}

  private int paragraphs;
  private int words;
  private int characters;
  private int bold;
  private int italic;
  private boolean inWord;

  @Override
  public void text(String text, Style style) {
    int length = text.codePointCount(0, text.length());
    characters += length;
    bold += style.bold() ? length : 0;
    italic += style.italic() ? length : 0;
    text.codePoints().forEach(this::countWord);
  }

  private void countWord(int c) {
    if (Character.isIdeographic(c)) {
      words++;
      inWord = false;
    } else {
      boolean letter = Character.isLetterOrDigit(c);
      words += letter && !inWord ? 1 : 0;
      inWord = letter;
    }
  }

  @Override
  public void lineBreak() {
    inWord = false;
  }

  @Override
  public void endParagraph() {
    paragraphs++;
    inWord = false;
  }

  public Statistics statistics() {
    return new Statistics(paragraphs, words, characters, bold, italic);
  }
}
