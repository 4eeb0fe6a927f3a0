package workbook.builder.rtf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import workbook.builder.rtf.TextConverter.Style;

/// The Director: it knows RTF, and nothing of what is made from it. It finds the parts of a
/// document and hands them to a [TextConverter] in order.
///
/// Follows the Rich Text Format Specification 1.9.1 as far as text, paragraphs, bold and italic go.
/// A destination that is not the document's text (fonts, colours, pictures, notes) is skipped.
public final class RtfReader {

  /// Deeper than any real document, and few enough to hold.
  static final int DEEPEST = 1_000;

  private static final Set<String> SKIPPED =
      Set.of(
          "fonttbl",
          "colortbl",
          "stylesheet",
          "info",
          "pict",
          "object",
          "header",
          "headerl",
          "headerr",
          "headerf",
          "footer",
          "footerl",
          "footerr",
          "footerf",
          "footnote",
          "fldinst");

  private static final Map<String, String> CHARACTERS =
      Map.of(
          "tab", "\t",
          "emdash", "—",
          "endash", "–",
          "lquote", "‘",
          "rquote", "’",
          "ldblquote", "“",
          "rdblquote", "”",
          "bullet", "•");

  private final byte[] rtf;

  /// A reader of one document, which any number of converters may be driven over.
  public RtfReader(byte[] rtf) {
    this.rtf = rtf.clone();
  }

  /// Drives a converter over the document.
  ///
  /// @throws RtfException if it is not RTF; the converter has then been told what came before
  public void read(TextConverter converter) throws RtfException {
    new Reading(rtf, converter).read();
  }

  /// What a group inherits from the one around it and gives back at its end.
  ///
  /// @param skipped whether the group is no part of the text
  /// @param alternatives how many characters stand in for a `\\u` where Unicode is not understood
  private record State(Style style, boolean skipped, int alternatives) {
    State with(Style newStyle) {
      return new State(newStyle, skipped, alternatives);
    }
  }

  /// Once through the document.
  private static final class Reading {
    private final Scanner scanner;
    private final Runs runs;
    private final Deque<State> groups = new ArrayDeque<>();
    private State state = new State(Style.PLAIN, false, 1);
    private int alternativesLeft;

    Reading(byte[] rtf, TextConverter converter) {
      this.scanner = new Scanner(rtf);
      this.runs = new Runs(converter);
    }

    void read() throws RtfException {
      begin();
      while (!groups.isEmpty()) {
        switch (scanner.next()) {
          case Token.GroupStart start -> open(start.offset());
          case Token.GroupEnd _ -> close();
          case Token.Word word -> word(word);
          case Token.Symbol symbol -> symbol(symbol);
          case Token.Byte b -> {
            if (isText()) {
              runs.add(b.value(), state.style());
            }
          }
          case Token.Binary _ -> isText();
          case Token.End end ->
              throw new RtfException(
                  end.offset(), "the document ends with %d groups open".formatted(groups.size()));
        }
      }
      runs.end();
    }

    private void begin() throws RtfException {
      if (!(scanner.next() instanceof Token.GroupStart start)
          || !(scanner.next() instanceof Token.Word word && word.name().equals("rtf"))) {
        throw new RtfException(0, "a document begins with {\\rtf1");
      }
      open(start.offset());
    }

    private void open(int offset) throws RtfException {
      if (groups.size() == DEEPEST) {
        throw new RtfException(offset, "more than %d groups within each other".formatted(DEEPEST));
      }
      groups.push(state);
      alternativesLeft = 0;
    }

    private void close() {
      state = groups.pop();
      alternativesLeft = 0;
    }

    /// Whether the next character counts: it does not where it stands in for a `\\u` before it.
    private boolean isText() {
      if (alternativesLeft > 0) {
        alternativesLeft--;
        return false;
      }
      return !state.skipped();
    }

    private void word(Token.Word word) throws RtfException {
      if (alternativesLeft > 0) {
        alternativesLeft--;
      } else if (SKIPPED.contains(word.name())) {
        state = new State(state.style(), true, state.alternatives());
      } else if (!state.skipped()) {
        apply(word);
      }
    }

    private void apply(Token.Word word) throws RtfException {
      Style style = state.style();
      boolean on = word.numberOr(1) != 0;
      switch (word.name()) {
        case "b" -> state = state.with(new Style(on, style.italic()));
        case "i" -> state = state.with(new Style(style.bold(), on));
        case "plain" -> state = state.with(Style.PLAIN);
        case "par", "sect", "page", "row" -> runs.endParagraph();
        case "line" -> runs.lineBreak();
        case "ansicpg" -> runs.useCodePage(word.offset(), word.numberOr(1252));
        case "uc" -> state = new State(style, false, alternatives(word));
        case "u" -> unicode(word);
        default -> {
          String character = CHARACTERS.get(word.name());
          if (character != null) {
            runs.add(character, style);
          }
          // Other words are for layout, which no converter here asks for.
        }
      }
    }

    private static int alternatives(Token.Word word) throws RtfException {
      if (word.numberOr(1) < 0) {
        throw new RtfException(
            word.offset(), "\\uc%d: a count cannot be negative".formatted(word.number()));
      }
      return word.numberOr(1);
    }

    /// `\\u-10179`: a UTF-16 unit as a signed number of 16 bits, some writers use 0 to 65535.
    private void unicode(Token.Word word) throws RtfException {
      if (word.number() == null || word.number() < Short.MIN_VALUE || word.number() > 0xffff) {
        throw new RtfException(
            word.offset(), "\\u needs a number of 16 bits, not " + word.number());
      }
      runs.add(String.valueOf((char) word.number().intValue()), state.style());
      alternativesLeft = state.alternatives();
    }

    private void symbol(Token.Symbol symbol) throws RtfException {
      if (symbol.symbol() == '*') {
        // A destination that a reader may not know; this one knows none of them.
        state = new State(state.style(), true, state.alternatives());
      } else if (isText()) {
        switch (symbol.symbol()) {
          case '\\', '{', '}' -> runs.add(String.valueOf(symbol.symbol()), state.style());
          case '~' -> runs.add("\u00a0", state.style());
          case '-' -> runs.add("\u00ad", state.style());
          case '_' -> runs.add("\u2011", state.style());
          case '\r', '\n' -> runs.endParagraph();
          default -> {
            // Marks for indexes and formulas.
          }
        }
      }
    }
  }
}
