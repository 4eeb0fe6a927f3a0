package workbook.builder.rtf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import workbook.builder.rtf.TextConverter.Style;

/// Gathers characters into runs: as long as the style stays, they belong together. Bytes wait until
/// a run ends, because one character may take several of them.
final class Runs {

  private final TextConverter converter;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Charset codePage = CodePages.WINDOWS_1252;
  private Style style = Style.PLAIN;
  private boolean paragraphBegun;

  Runs(TextConverter converter) {
    this.converter = converter;
  }

  void add(byte b, Charset charset, Style newStyle) {
    use(newStyle);
    if (!charset.equals(codePage)) {
      decode();
      codePage = charset;
    }
    bytes.write(b);
  }

  void add(String characters, Style newStyle) {
    use(newStyle);
    decode();
    text.append(characters);
  }

  void lineBreak() {
    flush();
    paragraphBegun = true;
    converter.lineBreak();
  }

  void endParagraph() {
    flush();
    paragraphBegun = false;
    converter.endParagraph();
  }

  /// The last paragraph need not be closed.
  void end() {
    flush();
    if (paragraphBegun) {
      endParagraph();
    }
  }

  private void use(Style newStyle) {
    if (!newStyle.equals(style)) {
      flush();
      style = newStyle;
    }
  }

  private void flush() {
    decode();
    if (!text.isEmpty()) {
      converter.text(withoutLoneSurrogates(), style);
      text.setLength(0);
      paragraphBegun = true;
    }
  }

  private void decode() {
    text.append(bytes.toString(codePage));
    bytes.reset();
  }

  /// Half of a pair is no character: U+FFFD stands for it, as for bytes that no character has.
  private String withoutLoneSurrogates() {
    StringBuilder whole = new StringBuilder();
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
