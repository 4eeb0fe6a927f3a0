package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("One token a character")
class CharactersTest {

  private static final long SEED = 4;

  @Test
  @DisplayName("numbers the characters of a text by their code points")
  void numbers() {
    // Code points: a 97, 言 8A00, 语 8BED, 🙂 1F642; the last is one character of two chars.
    Characters characters = Characters.closed("语言🙂a🙂");
    assertThat(characters.size()).isEqualTo(4);
    assertThat(characters.encode("a语🙂言")).containsExactly(0, 2, 3, 1);
    assertThat(characters.decode(3, 3, 0)).isEqualTo("🙂🙂a");
  }

  @Test
  @DisplayName("refuses, when closed, what is not in its text, and says what and where")
  void closed() {
    Characters characters = Characters.closed("abc");
    assertThatThrownBy(() -> characters.encode("cab语"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the character '语' (U+8BED) at index 3 is not one of the 3 known");
    assertThatThrownBy(() -> characters.encode("\n"))
        .hasMessage("the character '\\n' (U+000A) at index 0 is not one of the 3 known");
    assertThatThrownBy(() -> characters.encode("\uD83D"))
        .hasMessage("the character '\\uD83D' (U+D83D) at index 0 is not one of the 3 known");
  }

  @Test
  @DisplayName("spells, when open, what is not in its text, in 256 bytes")
  void open() {
    Characters characters = Characters.open("abc");
    assertThat(characters.size()).isEqualTo(3 + 256);
    // é is C3 A9 in UTF-8.
    assertThat(characters.encode("aé")).containsExactly(0, 3 + 0xC3, 3 + 0xA9);
    assertThat(characters.show(3 + 0xC3)).isEqualTo("<C3>");
    assertThat(characters.show(1)).isEqualTo("b");
  }

  @Test
  @DisplayName("gives, when open, every string back, one with half a surrogate pair too")
  void roundTrip() {
    Random random = new Random(SEED);
    Characters characters = Characters.open("abc 语言\uD83D");
    for (int i = 0; i < 2_000; i++) {
      String text = RandomText.any(random);
      assertThat(characters.decode(characters.encode(text)))
          .as("seed %d, string %d", SEED, i)
          .isEqualTo(text);
      assertThat(Characters.closed(text).decode(Characters.closed(text).encode(text)))
          .isEqualTo(text);
    }
  }

  @Test
  @DisplayName("refuses numbers that are no token's")
  void noToken() {
    Characters characters = Characters.closed("abc");
    assertThatThrownBy(() -> characters.decode(0, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no token 3, they are 0 to 2");
    assertThatThrownBy(() -> characters.show(-1))
        .hasMessage("there is no token -1, they are 0 to 2");
  }
}
