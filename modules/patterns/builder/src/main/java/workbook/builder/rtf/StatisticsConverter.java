package workbook.builder.rtf;

import java.text.BreakIterator;
import java.util.Locale;

/// Builds no text at all, but counts of it.
public final class StatisticsConverter implements TextConverter {

  /// What was counted.
  ///
  /// @param words by the word boundaries of Unicode; a Chinese character is a word by itself
  /// @param characters code points
  /// @param bold the bold ones among them
  /// @param italic the italic ones
  public record Statistics(int paragraphs, int words, int characters, int bold, int italic) {}

  private int paragraphs;
  private int words;
  private int characters;
  private int bold;
  private int italic;
  private final StringBuilder paragraph = new StringBuilder();

  @Override
  public void text(String text, Style style) {
    int length = text.codePointCount(0, text.length());
    characters += length;
    bold += style.bold() ? length : 0;
    italic += style.italic() ? length : 0;
    paragraph.append(text);
  }

  @Override
  public void lineBreak() {
    paragraph.append('\n');
  }

  @Override
  public void endParagraph() {
    paragraphs++;
    words += words(paragraph.toString());
    paragraph.setLength(0);
  }

  /// A word may go on in another style, so it takes the whole paragraph to count them.
  private static int words(String text) {
    BreakIterator boundaries = BreakIterator.getWordInstance(Locale.ROOT);
    boundaries.setText(text);
    int words = 0;
    int start = boundaries.first();
    for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
      words += wordsIn(text.substring(start, end));
      start = end;
    }
    return words;
  }

  /// Blanks and punctuation stand between boundaries too, and so do several Chinese characters.
  private static int wordsIn(String piece) {
    int ideographs = (int) piece.codePoints().filter(Character::isIdeographic).count();
    boolean word = piece.codePoints().anyMatch(Character::isLetterOrDigit);
    return word ? Math.max(1, ideographs) : 0;
  }

  public Statistics statistics() {
    return new Statistics(paragraphs, words, characters, bold, italic);
  }
}
