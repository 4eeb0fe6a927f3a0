package workbook.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A table")
class TableTest {

  @Test
  @DisplayName("has columns as wide as their widest cell")
  void columns() {
    assertThat(printed(List.of(List.of("a", "b", "c"), List.of("long", "", "x"))))
        .isEqualTo("a     b  c\nlong     x\n");
  }

  @Test
  @DisplayName("gives two columns of the terminal to a character that takes two")
  void wide() {
    // UAX #11, East Asian Width: W and F take two columns, all else one; U+20000 is W.
    assertThat(printed(List.of(List.of("中文", "|"), List.of("abcd", "|"))))
        .isEqualTo("中文  |\nabcd  |\n");
    assertThat(printed(List.of(List.of("，。Ａ", "|"), List.of("かカ한", "|"), List.of("𠀀", "|"))))
        .isEqualTo("，。Ａ  |\nかカ한  |\n𠀀      |\n");
    assertThat(printed(List.of(List.of("éß", "|"), List.of("ab", "|"))))
        .isEqualTo("éß  |\nab  |\n");
  }

  @Test
  @DisplayName("asks for each cell a number of times that the number of rows does not change")
  void linear() {
    int rows = 2_000;
    AtomicLong asked = new AtomicLong();
    List<String> row =
        new AbstractList<>() {
          @Override
          public String get(int index) {
            asked.incrementAndGet();
            return "cell";
          }

          @Override
          public int size() {
            return 1;
          }
        };
    printed(Collections.nCopies(rows, row));
    assertThat(asked.get()).as("cells asked for in %d rows", rows).isLessThanOrEqualTo(10L * rows);
  }

  @Test
  @DisplayName("shows a long value by its beginning, of whole characters")
  void oneLine() {
    assertThat(Table.oneLine("x".repeat(60))).isEqualTo("x".repeat(60));
    assertThat(Table.oneLine("x".repeat(61))).isEqualTo("x".repeat(57) + "...");
    assertThat(Table.oneLine("x".repeat(56) + "😀".repeat(3))).isEqualTo("x".repeat(56) + "...");
    assertThat(Table.oneLine("a\nb")).isEqualTo("a⏎b");
  }

  private static String printed(List<List<String>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Table.print(rows, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
