package workbook.inference;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import workbook.lab.Refusal;

/// Files in JSON.
final class Json {

  /// More than any configuration or vocabulary that was published.
  private static final long LARGEST = 64 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /// The object in a file.
  ///
  /// @throws Refusal if there is none
  static JsonNode read(Path file) {
    try {
      JsonNode root = MAPPER.readTree(text(file));
      if (!root.isObject()) {
        throw new Refusal("%s: is no JSON object".formatted(file));
      }
      return root;
    } catch (JacksonException e) {
      throw new Refusal(
          "%s: is no JSON: %s"
              .formatted(
                  e.getLocation() == null ? file : file + ":" + e.getLocation().getLineNr(),
                  e.getOriginalMessage()),
          e);
    }
  }

  /// The text of a file.
  ///
  /// @throws Refusal if it is not there, too large, or not UTF-8
  static String text(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new Refusal("%s: has more than %d MB".formatted(file, LARGEST >> 20));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw refusal(file, e);
    }
  }

  /// What is said of a file that could not be read.
  static Refusal refusal(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new Refusal("there is no file " + file, e);
    }
    if (e instanceof CharacterCodingException) {
      return new Refusal("%s: is not UTF-8".formatted(file), e);
    }
    String message = String.valueOf(e.getMessage());
    return new Refusal(
        message.contains(file.toString()) ? message : "%s: %s".formatted(file, message), e);
  }
}
