package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The names of Unicode's characters")
class UnicodeNamesTest {

  private static final String TEXT = UnicodeNames.text();

  @Test
  @DisplayName("are names of the Unicode standard, one a line, in the order of the code points")
  void names() {
    // UnicodeData.txt, field 1. That of lambda has been spelled so since Unicode 1.
    assertThat(TEXT.lines())
        .containsSubsequence(
            "LATIN CAPITAL LETTER A",
            "GREEK SMALL LETTER LAMDA",
            "CYRILLIC SMALL LETTER YA",
            "KANGXI RADICAL ONE",
            "MUSICAL SYMBOL G CLEF",
            "PILE OF POO",
            "VARIATION SELECTOR-256");
    assertThat(TEXT).endsWith("\n");
  }

  @Test
  @DisplayName("leave out those that only repeat the code point, and Hangul syllables")
  void leftOut() {
    assertThat(TEXT)
        .doesNotContain(
            "4E00", "D800", "HANGUL SYLLABLES", "CJK UNIFIED IDEOGRAPHS", "PRIVATE USE AREA")
        .contains("HANGUL CHOSEONG KIYEOK", "CJK RADICAL REPEAT");
  }

  @Test
  @DisplayName("make the text that the figures of all language models here are from")
  void size() {
    // Counted by another program before this one was written: 32,383 lines, 864,066 characters.
    assertThat(TEXT.lines()).hasSize(32_383);
    assertThat(TEXT).hasSize(864_066);
    // A to Z, 0 to 9, blank, hyphen, parentheses as in LINE FEED (LF), and the end of the line.
    assertThat(TEXT.chars().distinct()).hasSize(26 + 10 + 5);
    assertThat(UnicodeNames.note(TEXT)).isEmpty();
  }

  @Test
  @DisplayName("of another JDK are noticed, and the note says which JDK it is")
  void anotherJdk() {
    assertThat(UnicodeNames.note(TEXT + "A CHARACTER OF UNICODE 99\n"))
        .contains(
            "the names in this JDK (%s) are not those of JDK 25: figures will differ"
                .formatted(Runtime.version()));
  }

  @Test
  @DisplayName("have a digest that others compute the same")
  void digest() {
    // FIPS 180-2, appendix B.1.
    assertThat(UnicodeNames.digest("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
