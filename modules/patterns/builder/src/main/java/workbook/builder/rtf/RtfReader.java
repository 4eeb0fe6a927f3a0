package workbook.builder.rtf;

import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
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
          "cell", "\t",
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
  /// @param alternatives how many characters stand in for a `\\u` where Unicode is not understood
  /// @param font the number of its font, which may have a code page of its own
  private record State(Style style, Part part, int alternatives, int font) {
    State with(Style newStyle) {
      return new State(newStyle, part, alternatives, font);
    }

    State with(Part newPart) {
      return new State(style, newPart, alternatives, font);
    }

    State withFont(int newFont) {
      return new State(style, part, alternatives, newFont);
    }
  }

  /// What a group is for.
  private enum Part {
    TEXT,
    FONTS,
    SKIPPED
  }

  /// Once through the document.
  private static final class Reading {
    private final Scanner scanner;
    private final Runs runs;
    private final Deque<State> groups = new ArrayDeque<>();
    private State state = new State(Style.PLAIN, Part.TEXT, 1, 0);
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private Charset codePage = CodePages.WINDOWS_1252;
    private int defaultFont;
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
              add(b.value());
            }
          }
          case Token.Binary _ -> isText();
          case Token.End end ->
              throw new RtfException(
                  end.offset(), "the document ends with %d groups open".formatted(groups.size()));
        }
      }
      runs.end();
      nothingFollows();
    }

    /// Some programs leave a NUL or blanks behind the last brace.
    private void nothingFollows() throws RtfException {
      Token token = scanner.next();
      while (token instanceof Token.Byte b && b.value() >= 0 && b.value() <= ' ') {
        token = scanner.next();
      }
      if (!(token instanceof Token.End)) {
        throw new RtfException(token.offset(), "something follows the end of the document");
      }
    }

    /// A control character is no text, except for the tabulator.
    private void add(byte b) {
      if (b < 0 || b >= ' ' || b == '\t') {
        runs.add(b, fonts.getOrDefault(state.font(), codePage), state.style());
      }
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
      return state.part() == Part.TEXT;
    }

    private void word(Token.Word word) throws RtfException {
      if (alternativesLeft > 0) {
        alternativesLeft--;
      } else if (SKIPPED.contains(word.name())) {
        state = state.with(Part.SKIPPED);
      } else if (state.part() == Part.FONTS) {
        font(word);
      } else if (state.part() == Part.TEXT) {
        apply(word);
      }
    }

    private void font(Token.Word word) {
      switch (word.name()) {
        case "f" -> state = state.withFont(word.numberOr(0));
        case "fcharset" ->
            CodePages.ofFont(word.numberOr(1))
                .ifPresent(charset -> fonts.put(state.font(), charset));
        default -> {
          // How a font looks.
        }
      }
    }

    private void apply(Token.Word word) throws RtfException {
      Style style = state.style();
      boolean on = word.numberOr(1) != 0;
      switch (word.name()) {
        case "b" -> state = state.with(new Style(on, style.italic()));
        case "i" -> state = state.with(new Style(style.bold(), on));
        case "plain" -> state = state.with(Style.PLAIN).withFont(defaultFont);
        case "par", "sect", "page", "row" -> runs.endParagraph();
        case "line" -> runs.lineBreak();
        case "fonttbl" -> state = state.with(Part.FONTS);
        case "f" -> state = state.withFont(word.numberOr(0));
        case "deff" -> {
          defaultFont = word.numberOr(0);
          state = state.withFont(defaultFont);
        }
        case "ansicpg" -> useCodePage(word.offset(), word.numberOr(1252));
        case "mac" -> useCodePage(word.offset(), 10_000);
        case "pc" -> useCodePage(word.offset(), 437);
        case "pca" -> useCodePage(word.offset(), 850);
        case "uc" -> state = new State(style, Part.TEXT, alternatives(word), state.font());
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

    private void useCodePage(int offset, int number) throws RtfException {
      codePage =
          CodePages.charset(number)
              .orElseThrow(
                  () -> new RtfException(offset, "code page %d is not known".formatted(number)));
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
      char unit = (char) word.number().intValue();
      if (unit >= ' ' || unit == '\t') {
        runs.add(String.valueOf(unit), state.style());
      }
      alternativesLeft = state.alternatives();
    }

    private void symbol(Token.Symbol symbol) throws RtfException {
      if (symbol.symbol() == '*') {
        // A destination that a reader may not know; this one knows none of them.
        state = state.with(Part.SKIPPED);
      } else if (isText()) {
        switch (symbol.symbol()) {
          case '\\', '{', '}' -> runs.add(String.valueOf(symbol.symbol()), state.style());
          case '~' -> runs.add("\u00a0", state.style());
          case '-' -> runs.add("\u00ad", state.style());
          case '_' -> runs.add("\u2011", state.style());
          case '\t' -> runs.add("\t", state.style());
          case '\r', '\n' -> runs.endParagraph();
          default -> {
            // Marks for indexes and formulas.
          }
        }
      }
    }
  }
}
