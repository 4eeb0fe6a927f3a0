package workbook.builder.rtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each construct means is taken from the RTF Specification 1.9.1; the section is named where
/// a reader may want to look.
@DisplayName("The RTF reader")
class RtfReaderTest {

  @ParameterizedTest(name = "{0} is {1}")
  @DisplayName("reads characters however they are written")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a b|a b",
        "\\\\ \\{ \\}|\\ { }",
        "caf\\'e9|café",
        "\\'80|€",
        "\\u24314?\\u36896?|建造",
        "\\u-28640?|造",
        "\\u65281?|！",
        "\\u-10179?\\u-8704?|😀",
        "\\u-10179\\u-8704 ?|😀",
        "\\uc2\\u-10179\\u-8704 ??x|😀x",
        "\\u-10179?x|�x",
        "\\uc0\\u233 x|éx",
        "\\uc2\\u233 \\'e9ex|éx",
        "{\\uc2 \\u233 ab}\\u233 cd|ééd",
        "\\u233 \\b x|éx",
        "\\u233{}x|éx",
        "a\\tab b\\emdash c\\bullet|a\tb—c•",
        "\\ldblquote a\\rdblquote\\lquote b\\rquote\\endash|“a”‘b’–",
        "a\\cell b\\\tc\td|a\tb\tc\td",
        "a\u0001\\'02\\u3?b\\u32?\\'20\\u9?c|ab  \tc",
        "a\\emspace b\\enspace c\\qmspace d|a\u2003b\u2002c\u2005d",
        "a\\zwj b\\zwnj c\\zwbo d\\zwnbo e|a\u200db\u200cc\u200bd\u2060e",
        "a\\ltrmark b\\rtlmark c|a\u200eb\u200fc",
        "a\\~b\\-c\\_d|a\u00a0b\u00adc\u2011d",
        "a\\unknown3 b\\unknown c|abc",
      })
  void characters(String rtf, String text) throws RtfException {
    assertThat(Convert.text("{\\rtf1 " + rtf + "}")).isEqualTo(text + "\n");
  }

  @ParameterizedTest(name = "{1}")
  @DisplayName("decodes bytes by the document's code page, two to a character where it has such")
  @CsvSource({
    "\\ansicpg936 \\'bd\\'a8\\'d4\\'ec, 建造",
    "\\ansicpg932 \\'8c\\'9a, 建",
    "\\ansicpg950 \\'ab\\'d8, 建",
    "\\ansicpg949 \\'b0\\'c7, 건",
    "\\ansicpg1251 \\'cf, П",
    "\\ansicpg866 \\'8f, П",
    "\\ansicpg874 \\'a1, ก",
    "\\mac \\'8e, é",
    "\\pc \\'d5, ╒",
    "\\pca \\'d5, ı",
    "\\ansicpg65001 \\'e5\\'bb\\'ba, 建",
    "\\ansicpg-535 \\'e5\\'bb\\'ba, 建",
    "\\ansicpg708 \\'c7, ا",
    "\\ansicpg819 \\'e9, é",
    "\\ansicpg862 \\'80, א",
    "\\ansicpg865 \\'9b, ø",
    "\\ansicpg1361 \\'88\\'61, 가",
    "\\ansicpg10001 \\'8c\\'9a, 建",
    "\\ansicpg10006 \\'e1, α",
    "\\ansicpg10007 \\'8f, П",
    "\\ansicpg10029 \\'8e, é",
    "\\ansicpg20866 \\'f0, П",
    "\\ansicpg28591 \\'e9, é",
    "\\ansicpg28605 \\'a4, €",
    "\\ansicpg54936 \\'81\\'30\\'86\\'38\\'bd\\'a8, À建",
  })
  void codePages(String rtf, String text) throws RtfException {
    assertThat(Convert.text("{\\rtf1\\ansi" + rtf + "}")).isEqualTo(text + "\n");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("reads what it cannot decode as the document's code page so far, and says so")
  @CsvSource(
      delimiter = '|',
      value = {
        "\\ansicpg0 \\'e9|é|offset 11: code page 0 is not known: read as windows-1252",
        "\\ansicpg7 \\'e9|é|offset 11: code page 7 is not known: read as windows-1252",
        "\\ansicpg-1 \\'e9|é|offset 11: code page -1 is not known: read as windows-1252",
        "\\ansicpg1200 \\'e9|é|offset 11: code page 1200 is not known: read as windows-1252",
        "\\mac\\ansicpg9 \\'8e|é|offset 15: code page 9 is not known: read as x-MacRoman",
        "{\\fonttbl{\\f0\\fcharset204\\cpg9 A;}}\\f0\\'cf|П"
            + "|offset 36: code page 9 is not known: read as windows-1251",
        "{\\fonttbl{\\f0\\cpg9 A;}}\\f0\\'e9|é"
            + "|offset 24: code page 9 is not known: read as windows-1252",
      })
  void unknownCodePages(String rtf, String text, String warning) throws RtfException {
    PlainTextConverter converter = new PlainTextConverter();
    List<String> warnings = Convert.reader("{\\rtf1\\ansi" + rtf + "}").read(converter);

    assertThat(converter.text()).isEqualTo(text + "\n");
    assertThat(warnings).containsExactly(warning);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("skips what is no text of the document")
  @CsvSource({
    "{\\fonttbl{\\f0 Arial;}{\\f1 宋体;}}a",
    "{\\colortbl;\\red0;}a",
    "{\\stylesheet{\\s1 Heading;}}{\\info{\\title T}}a",
    "{\\*\\generator Something 1.0;}a",
    "{\\*\\unknown{\\b x}\\par}a",
    "{\\pict\\pngblip 89504e47}a",
    "{\\header top}{\\footer bottom}{\\footnote note}a",
    "{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt a}}",
    "{\\pict\\bin4 }}{{}a",
    "{\\xe x}{\\rxe x}{\\txe x}{\\tc x}{\\tcn x}a",
    "{\\filetbl{\\file\\fid0 x}}{\\revtbl{x;}}{\\listtable{\\list x}}{\\listoverridetable x}a",
    "{\\generator x;}{\\comment x}a",
    "{\\v x\\par\\line\\tab\\u233?\\~{\\b x}}a",
    "\\v x\\v0 a",
    "\\v x\\plain a",
    "{\\object\\objemb{\\*\\objclass x}{\\*\\objdata 00{\\result x}}{\\result a}}",
    "{\\object x{\\result {\\pict 00}a}x}",
    "{\\upr{x}{\\*\\ud{a}}}",
    "{\\header{\\upr{x}{\\*\\ud{x}}}{\\object{\\result x}}}a",
    "{\\* x}a",
  })
  void skipped(String rtf) throws RtfException {
    assertThat(Convert.text("{\\rtf1 " + rtf + "}")).isEqualTo("a\n");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("keeps text behind a star that names a style and no destination")
  @ValueSource(
      strings = {
        "one {\\*\\cs7 two} three",
        "one {\\*\\ts11 two} three",
        "one {\\*\\ds3 two} three",
        "one {\\*\r\n\\cs7 two} three",
      })
  void starredStyles(String rtf) throws RtfException {
    assertThat(Convert.text("{\\rtf1 " + rtf + "}")).isEqualTo("one two three\n");
  }

  /// As Word writes it: the last words are for readers that do not know nested tables.
  @Test
  @DisplayName("separates the cells and rows of a nested table")
  void nestedTable() throws RtfException {
    String cells = "b\\nestcell{\\nonesttables\\par}c\\nestcell{\\nonesttables\\par}";
    String row = "{\\*\\nesttableprops\\trowd\\cellx900\\nestrow}{\\nonesttables\\par}";
    assertThat(Convert.text("{\\rtf1 a\\par " + cells + row + "d\\cell\\row}"))
        .isEqualTo("a\nb\tc\t\nd\t\n");
  }

  @Test
  @DisplayName("ends paragraphs and lines; line ends of the file mean nothing")
  void paragraphs() throws RtfException {
    assertThat(Convert.html("{\\rtf1 a\r\nb\\par\nc\\line d\\par\\par e}"))
        .isEqualTo("<p>ab</p>\n<p>c<br>d</p>\n<p></p>\n<p>e</p>\n");
    assertThat(Convert.html("{\\rtf1 a\\\nb\\sect c\\page d\\column e\\row}"))
        .isEqualTo("<p>a</p>\n<p>b</p>\n<p>c</p>\n<p>d</p>\n<p>e</p>\n");
    assertThat(Convert.html("{\\rtf1 \\line}")).isEqualTo("<p><br></p>\n");
    assertThat(Convert.html("{\\rtf1}")).isEmpty();
  }

  @Test
  @DisplayName("tells the builder of {\\rtf1 a {\\b b}} what the page's table says")
  void workedExample() throws RtfException {
    List<String> told = new ArrayList<>();
    Convert.reader("{\\rtf1 a {\\b b}}")
        .read(
            new TextConverter() {
              @Override
              public void text(String text, Style style) {
                told.add("text(\"%s\", %s)".formatted(text, style.bold() ? "bold" : "plain"));
              }

              @Override
              public void lineBreak() {
                told.add("lineBreak()");
              }

              @Override
              public void endParagraph() {
                told.add("endParagraph()");
              }
            });

    assertThat(told).containsExactly("text(\"a \", plain)", "text(\"b\", bold)", "endParagraph()");
  }

  @Test
  @DisplayName("gives a group's style back at its end, and joins runs of one style")
  void styles() throws RtfException {
    assertThat(Convert.html("{\\rtf1 a{\\b b{\\i c}\\b0 d}e}"))
        .isEqualTo("<p>a<b>b</b><b><i>c</i></b>de</p>\n");
    assertThat(Convert.html("{\\rtf1\\b\\i a\\plain b\\b1 c\\i0 d}"))
        .isEqualTo("<p><b><i>a</i></b>b<b>cd</b></p>\n");
    assertThat(Convert.html("{\\rtf1\\b a{}\\ql b\\'63}")).isEqualTo("<p><b>abc</b></p>\n");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("says of a malformed document where and why")
  @CsvSource(
      delimiter = '|',
      value = {
        "hello|offset 0: a document begins with {\\rtf1",
        "{\\rtx}|offset 0: a document begins with {\\rtf1",
        "{\\rtf1 a{b}|offset 11: the document ends with 1 groups open",
        "{\\rtf1 a\\|offset 8: the document ends after a backslash",
        "{\\rtf1 \\'g1}|offset 7: \\' needs two hexadecimal digits",
        "{\\rtf1 \\'e|offset 7: \\' needs two hexadecimal digits",
        "{\\rtf1\\b99999999999 }|offset 6: the number of \\b is beyond 32 bits: 99999999999",
        "{\\rtf1\\u}|offset 6: \\u needs a number of 16 bits, not null",
        "{\\rtf1\\u65536 }|offset 6: \\u needs a number of 16 bits, not 65536",
        "{\\rtf1\\u-32769 }|offset 6: \\u needs a number of 16 bits, not -32769",
        "{\\rtf1\\uc-1 }|offset 6: \\uc-1: a count cannot be negative",
        "{\\rtf1\\bin9 abc}|offset 6: \\bin announces 9 bytes and 4 are left",
        "{\\rtf1\\bin-1 }|offset 6: \\bin announces -1 bytes and 1 are left",
        "{\\rtf1\\abcdefghijklmnopqrstuvwxyzabcdefg }|offset 6: a control word of 33 letters; 32 is"
            + " the most",
      })
  void malformed(String rtf, String message) {
    assertThatThrownBy(() -> Convert.text(rtf))
        .isInstanceOf(RtfException.class)
        .hasMessage(message);
  }

  @Test
  @DisplayName("refuses 100,000 nested groups instead of overflowing its stack, and holds 1,000")
  void depth() throws RtfException {
    String deep = "{\\rtf1 " + "{".repeat(999) + "a" + "}".repeat(999) + "}";
    assertThat(Convert.text(deep)).isEqualTo("a\n");

    assertThatThrownBy(() -> Convert.text("{\\rtf1 " + "{".repeat(100_000)))
        .isInstanceOfSatisfying(
            RtfException.class, e -> assertThat(e.offset()).isEqualTo("{\\rtf1 ".length() + 999))
        .hasMessageEndingWith("more than 1000 groups within each other");
  }

  @Test
  @DisplayName("lets blanks and a NUL follow the last brace without a word")
  void trailingBlanks() throws RtfException {
    PlainTextConverter converter = new PlainTextConverter();
    assertThat(Convert.reader("{\\rtf1 a}\r\n \u0000").read(converter)).isEmpty();
    assertThat(converter.text()).isEqualTo("a\n");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("ignores anything else that follows the last brace, with a word")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      delimiter = '|',
      value = {
        "}|offset 9: ignored after the end of the document: 1 byte",
        " {\\b|offset 10: ignored after the end of the document: 3 bytes",
        " b|offset 10: ignored after the end of the document: 1 byte",
        "\\'g|offset 9: ignored after the end of the document: 3 bytes",
        "\u00e9|offset 9: ignored after the end of the document: 1 byte",
      })
  void trailingText(String rest, String warning) throws RtfException {
    PlainTextConverter converter = new PlainTextConverter();
    assertThat(Convert.reader("{\\rtf1 a}" + rest).read(converter)).containsExactly(warning);
    assertThat(converter.text()).isEqualTo("a\n");
  }

  /// 0xBDA8 is U+5EFA in GBK (charset 134), 0xCF is U+041F in 1251 (charset 204).
  @ParameterizedTest(name = "{0} is {1}")
  @DisplayName("decodes bytes by their font's charset, where it has one")
  @CsvSource({
    "\\f1\\'bd\\'a8\\f2\\'cf\\f0\\'e9, 建Пé",
    "{\\f1\\'bd\\'a8}\\'e9, 建é",
    "\\f1 \\plain\\'e9\\f1\\f\\'e9, éé",
    "\\ansicpg1251\\f3\\'cf, П",
    "\\f9\\'e9, é",
    "\\deff1\\'bd\\'a8\\f0\\'e9\\plain\\'bd\\'a8, 建é建",
  })
  void fonts(String rtf, String text) throws RtfException {
    String fonts =
        "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset134{\\*\\falt\\fcharset0 B}"
            + " C;}{\\f2\\fcharset204 D;}{\\f3\\fcharset1 E;}}";
    assertThat(Convert.text("{\\rtf1\\ansi" + fonts + rtf + "}")).isEqualTo(text + "\n");
  }

  /// RTF Specification 1.9.1, "Font Table": the code page of each charset, and "if the \\cpgN does
  /// appear, it supersedes the code page corresponding to the \\fcharsetN".
  @ParameterizedTest(name = "{0} {1} is {2}")
  @DisplayName(
      "knows the charsets of old systems, and lets a font's code page win over its charset")
  @CsvSource({
    "\\fcharset78, \\'8c\\'9a, 建",
    "\\fcharset80, \\'bd\\'a8, 建",
    "\\fcharset89, \\'8f, П",
    "\\fcharset130, \\'88\\'61, 가",
    "\\fcharset254, \\'d5, ╒",
    "\\fcharset255, \\'d5, ı",
    "\\cpg1251, \\'cf, П",
    "\\fcharset128\\cpg65001, \\'e5\\'bb\\'ba, 建",
    "\\cpg65001\\fcharset128, \\'e5\\'bb\\'ba, 建",
  })
  void fontCodePages(String font, String bytes, String text) throws RtfException {
    String fonts = "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1" + font + " B;}}";
    assertThat(Convert.text("{\\rtf1\\ansi" + fonts + "\\f1" + bytes + "}")).isEqualTo(text + "\n");
  }

  @Test
  @DisplayName("drives several converters over one document")
  void oneReader() throws RtfException {
    RtfReader reader = Convert.reader("{\\rtf1 a {\\b b}}");
    PlainTextConverter plain = new PlainTextConverter();
    HtmlConverter html = new HtmlConverter();
    reader.read(plain);
    reader.read(html);

    assertThat(plain.text()).isEqualTo("a b\n");
    assertThat(html.html()).isEqualTo("<p>a <b>b</b></p>\n");
  }
}
