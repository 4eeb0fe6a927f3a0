package workbook.builder.rtf;

import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import workbook.builder.rtf.TextConverter.Style;

/// The Director: it knows RTF, and nothing of what is made from it. It finds the parts of a
/// document and hands them to a [TextConverter] in order.
///
/// Follows the Rich Text Format Specification 1.9.1 as far as text, paragraphs, bold and italic go.
/// What is not the document's text (see [Destination]) is skipped.
public final class RtfReader {

  /// Deeper than any real document, and few enough to hold.
  static final int DEEPEST = 1_000;

  private final byte[] rtf;

  /// A reader of one document, which any number of converters may be driven over.
  public RtfReader(byte[] rtf) {
    this.rtf = rtf.clone();
  }

  /// Drives a converter over the document.
  ///
  /// @return a line for everything that it had to guess or to ignore, none for a clean document
  /// @throws RtfException if it is not RTF; the converter has then been told what came before
  public List<String> read(TextConverter converter) throws RtfException {
    Reading reading = new Reading(rtf, converter);
    reading.read();
    return List.copyOf(reading.warnings);
  }

  /// Once through the document.
  private static final class Reading {
    private final Scanner scanner;
    private final Runs runs;
    private final FontTable fonts = new FontTable();
    private final Deque<GroupState> groups = new ArrayDeque<>();
    private final List<String> warnings = new ArrayList<>();
    private GroupState state = GroupState.OF_DOCUMENT;
    private Charset codePage = CodePages.WINDOWS_1252;
    private int defaultFont;
    private int standInsLeft;

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
          case Token.Symbol symbol -> symbol(symbol.symbol());
          case Token.Byte b -> character(b.value());
          case Token.Binary _ -> isStandIn();
          case Token.End end ->
              throw new RtfException(
                  end.offset(), "the document ends with %d groups open".formatted(groups.size()));
        }
      }
      runs.end();
      ignoreRest();
    }

    private void begin() throws RtfException {
      if (!(scanner.next() instanceof Token.GroupStart start)
          || !(scanner.next() instanceof Token.Word word && word.name().equals("rtf"))) {
        throw new RtfException(0, "a document begins with {\\rtf1");
      }
      open(start.offset());
    }

    /// Some programs leave a NUL or blanks behind the last brace, and some what is left of a longer
    /// file that was there before.
    private void ignoreRest() {
      int left = scanner.skipBlanks();
      if (left > 0) {
        String bytes = left == 1 ? "1 byte" : left + " bytes";
        warn(scanner.offset(), "ignored after the end of the document: " + bytes);
      }
    }

    private void open(int offset) throws RtfException {
      if (groups.size() == DEEPEST) {
        throw new RtfException(offset, "more than %d groups within each other".formatted(DEEPEST));
      }
      groups.push(state);
      standInsLeft = 0;
    }

    private void close() {
      state = groups.pop();
      standInsLeft = 0;
    }

    /// Whether what comes here only stands in for a `\\u` before it. A character, a byte, a word
    /// and a `\bin` count as one each.
    private boolean isStandIn() {
      if (standInsLeft == 0) {
        return false;
      }
      standInsLeft--;
      return true;
    }

    /// A control character is no text, except for the tabulator.
    private void character(byte b) {
      if (!isStandIn() && state.isShown() && (b < 0 || b >= ' ' || b == '\t')) {
        runs.add(b, fonts.charset(state.font(), codePage), state.style());
      }
    }

    private void symbol(char symbol) {
      if (symbol == '*') {
        // A star without a word is a destination that nobody knows.
        state = state.with(Destination.SKIPPED);
      } else if (!isStandIn() && state.isShown()) {
        if (symbol == '\r' || symbol == '\n') {
          runs.endParagraph();
        }
        SpecialCharacters.symbol(symbol).ifPresent(this::text);
      }
    }

    private void text(String text) {
      runs.add(text, state.style());
    }

    private void word(Token.Word word) throws RtfException {
      // Some writers put one stand-in behind both halves of a pair: \\u-10179\\u-8704 ?
      if (!word.name().equals("u") && isStandIn()) {
        return;
      }
      state = state.with(state.destination().after(word));
      switch (state.destination()) {
        case TEXT -> textWord(word);
        case FONTS -> fontWord(word);
        case ALTERNATIVES, SKIPPED -> {
          // Nothing in there changes what is shown.
        }
      }
    }

    private void fontWord(Token.Word word) {
      switch (word.name()) {
        case "f" -> state = state.withFont(word.numberOr(0));
        case "fcharset" -> fonts.fontCharset(state.font(), word.numberOr(1));
        case "cpg" ->
            codePage(word, fonts.charset(state.font(), codePage))
                .ifPresent(charset -> fonts.codePage(state.font(), charset));
        default -> {
          // How a font looks.
        }
      }
    }

    private void textWord(Token.Word word) throws RtfException {
      boolean on = word.numberOr(1) != 0;
      Style style = state.style();
      switch (word.name()) {
        case "b" -> state = state.with(new Style(on, style.italic()));
        case "i" -> state = state.with(new Style(style.bold(), on));
        case "v" -> state = state.withHidden(on);
        case "plain" -> state = state.with(Style.PLAIN).withHidden(false).withFont(defaultFont);
        case "f" -> state = state.withFont(word.numberOr(0));
        case "deff" -> {
          defaultFont = word.numberOr(0);
          state = state.withFont(defaultFont);
        }
        case "ansicpg" -> codePage(word, codePage).ifPresent(charset -> codePage = charset);
        case "mac" -> codePage = Charset.forName("x-MacRoman");
        case "pc" -> codePage = Charset.forName("IBM437");
        case "pca" -> codePage = Charset.forName("IBM850");
        case "uc" -> state = state.withStandIns(standIns(word));
        case "u" -> unicode(word);
        default -> {
          if (state.isShown()) {
            shownWord(word.name());
          }
        }
      }
    }

    /// Words that are not here are for layout, which no converter asks for.
    private void shownWord(String name) {
      switch (name) {
        case "par", "sect", "page", "column", "row", "nestrow" -> runs.endParagraph();
        case "line", "lbr" -> runs.lineBreak();
        default -> SpecialCharacters.word(name).ifPresent(this::text);
      }
    }

    /// Other readers guess too where they do not know a code page: most documents say everything
    /// that is not ASCII in Unicode as well.
    private Optional<Charset> codePage(Token.Word word, Charset otherwise) {
      int number = word.numberOr(1252);
      Optional<Charset> charset = CodePages.charset(number);
      if (charset.isEmpty()) {
        warn(
            word.offset(),
            "code page %d is not known: read as %s".formatted(number, otherwise.name()));
      }
      return charset;
    }

    private static int standIns(Token.Word word) throws RtfException {
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
      if (state.isShown() && (unit >= ' ' || unit == '\t')) {
        text(String.valueOf(unit));
      }
      standInsLeft = state.standIns();
    }

    private void warn(int offset, String warning) {
      warnings.add("offset %d: %s".formatted(offset, warning));
    }
  }
}
