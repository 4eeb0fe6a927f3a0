package workbook.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Lines of documents")
class LinesTest {

  private static Lines of(byte[] bytes) {
    return new Lines(new ByteArrayInputStream(bytes));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("come back as they were written")
  void written() throws IOException {
    Document document = new Document(17, "“two”\nlines\t\\ 河 😀");
    Lines lines = of(Lines.json(document));
    assertThat(lines.next().orElseThrow().read().document()).contains(document);
    assertThat(lines.next()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":1,\"text\":\"cut o|no JSON: Unexpected end-of-input",
        "{\"id\":1}|no text",
        "{\"id\":1,\"text\":\"  \"}|no text",
        "{\"id\":1,\"text\":5}|no text",
        "{\"id\":1,\"text\":\"a\",\"text\":\"b\"}|no JSON: Duplicate",
        "{\"id\":1,\"text\":\"\\ud800\"}|half a character in the text",
        "{\"text\":\"a\"}|no whole number as id",
        "null|no whole number as id",
        "''|no whole number as id",
        "{\"id\":1,\"text\":\"a\"} more|no JSON: Unrecognized token",
        "{\"id\":\"1\",\"text\":\"a\"}|no whole number as id",
        "{\"id\":2.0,\"text\":\"a\"}|no whole number as id",
        "{\"id\":9223372036854775808,\"text\":\"a\"}|no whole number as id",
        "[1]|no whole number as id"
      })
  @DisplayName("that are damaged say how")
  void damaged(String line, String why) throws IOException {
    Lines.Read read = of(utf8(line + "\n")).next().orElseThrow().read();
    assertThat(read.document()).isEmpty();
    assertThat(read.damage()).startsWith(why).hasLineCount(1);
  }

  /// 0xff stands nowhere in UTF-8 (RFC 3629, section 3).
  @Test
  @DisplayName("that are no UTF-8 are kept byte by byte, with file and number, and end nothing")
  void bytes() throws IOException {
    byte[] all =
        utf8("{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"b?\"}\n{\"id\":3,\"text\":\"c\"}");
    all[new String(all, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xff;
    Lines lines = of(all);
    assertThat(lines.next().orElseThrow().read().document()).isPresent();
    Lines.Line bad = lines.next().orElseThrow();
    assertThat(bad.read().damage()).isEqualTo("no UTF-8");
    assertThat(new String(Lines.quarantined("crawl", bad, "bad"), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"file\":\"crawl\",\"line\":2,\"why\":\"bad\","
                + "\"raw\":\"{\\\"id\\\":2,\\\"text\\\":\\\"bÿ\\\"}\"}\n");
    assertThat(lines.next().orElseThrow().read().document()).contains(new Document(3, "c"));
    assertThat(lines.next()).isEqualTo(Optional.empty());
  }

  /// RFC 8259, section 8.1: JSON that is exchanged is UTF-8.
  @Test
  @DisplayName("in UTF-16 are no JSON")
  void utf16() throws IOException {
    byte[] bytes = "{\"id\":1,\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16LE);
    assertThat(of(bytes).next().orElseThrow().read().damage()).startsWith("no JSON: ");
  }

  @Test
  @DisplayName("that do not end are cut, and the next one is read")
  void longLine() throws IOException {
    Lines lines = of(utf8("x".repeat(Lines.LONGEST + 5) + "\n{\"id\":3,\"text\":\"c\"}\n"));
    Lines.Line first = lines.next().orElseThrow();
    assertThat(first.bytes()).hasSize(Lines.LONGEST);
    assertThat(first.read().damage()).isEqualTo("longer than 1,048,576 bytes, which are kept");
    assertThat(lines.next().orElseThrow().read().document()).contains(new Document(3, "c"));
  }
}
