package workbook.dataquality;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Documents in a file, a line of JSON each: `{"id":17,"text":"…"}`. A line that is none is not
/// lost, and stops nothing: it is given as it was, with its number and what is wrong with it. Of
/// one without an end there is only the beginning.
final class Lines {

  /// A line without an end must not fill the memory.
  static final int LONGEST = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final InputStream in;
  private long number;

  /// @param in is read in large pieces, and not closed
  Lines(InputStream in) {
    this.in = in;
  }

  /// A line as it was found.
  ///
  /// @param number the first is 1
  /// @param bytes without its end; no more than [#LONGEST] of them
  /// @param whole whether that is all of it
  record Line(long number, byte[] bytes, boolean whole) {

    /// What it says, or what is wrong with it. A field that is neither id nor text is passed over.
    Read read() {
      if (!whole) {
        return Read.damaged("longer than %,d bytes, which are kept".formatted(LONGEST));
      }
      try {
        JsonNode content = JSON.readTree(utf8());
        JsonNode id = content.path("id");
        JsonNode text = content.path("text");
        if (!id.isIntegralNumber() || !id.canConvertToLong()) {
          return Read.damaged("no whole number as id");
        }
        if (!text.isString() || text.stringValue().isBlank()) {
          return Read.damaged("no text");
        }
        return !StandardCharsets.UTF_8.newEncoder().canEncode(text.stringValue())
            ? Read.damaged("half a character in the text")
            : new Read(Optional.of(new Document(id.longValue(), text.stringValue())), "");
      } catch (CharacterCodingException _) {
        return Read.damaged("no UTF-8");
      } catch (JacksonException e) {
        return Read.damaged("no JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
      }
    }

    private String utf8() throws CharacterCodingException {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /// Every byte as one character, so that nothing is lost of what may not be UTF-8.
    String raw() {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /// @param damage what is wrong; empty if there is a document
  record Read(Optional<Document> document, String damage) {
    private static Read damaged(String why) {
      return new Read(Optional.empty(), why);
    }
  }

  /// As a line of a file, with its end.
  static byte[] json(Document document) {
    return (JSON.writeValueAsString(document) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// What is kept of a damaged line, with its end.
  static byte[] quarantined(String file, Line line, String why) {
    record Damaged(String file, long line, String why, String raw) {}
    Damaged damaged = new Damaged(file, line.number(), why, line.raw());
    return (JSON.writeValueAsString(damaged) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// @return nothing at the end
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    long length = 0;
    int read = in.read();
    if (read < 0) {
      return Optional.empty();
    }
    while (read >= 0 && read != '\n') {
      if (length < LONGEST) {
        bytes.write(read);
      }
      length++;
      read = in.read();
    }
    number++;
    return Optional.of(new Line(number, bytes.toByteArray(), length <= LONGEST));
  }
}
