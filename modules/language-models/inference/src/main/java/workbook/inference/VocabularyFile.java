package workbook.inference;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import workbook.lab.Refusal;
import workbook.text.BytePairs;
import workbook.text.Tokenizer;

/// Vocabularies of byte pairs, in the two forms in which they are published: GPT-2's `vocab.json`,
/// and a list of ranks as OpenAI's tiktoken and Llama 3's `tokenizer.model` have it. In both a
/// lower number is joined first.
final class VocabularyFile {

  /// How Llama 3 cuts a text, as its `tokenizer.py` has it.
  static final Pattern LLAMA_3 =
      Pattern.compile(
          "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}"
              + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private VocabularyFile() {}

  /// @param tokens how many the model has
  /// @throws Refusal if there is one that cannot be read
  static Optional<Tokenizer> in(Path folder, int tokens) {
    Path json = folder.resolve("vocab.json");
    if (Files.exists(json)) {
      return Optional.of(checked(json, fromJson(json), BytePairs.GPT_2, tokens));
    }
    Path ranks = folder.resolve("tokenizer.model");
    // SentencePiece's files have this name too, and are binary.
    if (Files.exists(ranks) && isText(ranks)) {
      return Optional.of(checked(ranks, fromRanks(ranks), LLAMA_3, tokens));
    }
    return Optional.empty();
  }

  private static boolean isText(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      for (byte b : in.readNBytes(1000)) {
        if (b != '\n' && b != '\r' && (b < ' ' || b == 127)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw Json.refusal(file, e);
    }
  }

  private static Tokenizer checked(Path file, List<byte[]> bytes, Pattern words, int tokens) {
    if (bytes.size() > tokens) {
      throw new Refusal(
          "%s: has %d tokens, and the model %d".formatted(file, bytes.size(), tokens));
    }
    try {
      return new BytePairs(bytes, words);
    } catch (IllegalArgumentException e) {
      throw new Refusal("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /// Token by number; each character of a token stands for a byte.
  private static List<byte[]> fromJson(Path file) {
    Map<Integer, Integer> bytes = bytesByCharacter();
    JsonNode root = Json.read(file);
    byte[][] tokens = new byte[root.size()][];
    root.forEachEntry((token, number) -> {
      int at = number.isIntegralNumber() && number.canConvertToInt() ? number.asInt() : -1;
      if (at < 0 || at >= tokens.length || tokens[at] != null) {
        throw new Refusal(
            "%s: '%s' has the number %s, and they must be 0 to %d, each once"
                .formatted(file, token, number, tokens.length - 1));
      }
      ByteArrayOutputStream spelled = new ByteArrayOutputStream();
      token
          .codePoints()
          .forEach(character -> {
            if (!bytes.containsKey(character)) {
              throw new Refusal(
                  "%s: '%s' has a character that stands for no byte".formatted(file, token));
            }
            spelled.write(bytes.get(character));
          });
      tokens[at] = spelled.toByteArray();
    });
    return Arrays.asList(tokens);
  }

  /// GPT-2 writes a byte that is a visible Latin-1 character as that character, and the 68 others,
  /// in their order, as those from U+0100 on: a blank is `Ġ`.
  static Map<Integer, Integer> bytesByCharacter() {
    Map<Integer, Integer> bytes = new HashMap<>();
    int others = 0;
    for (int b = 0; b < 256; b++) {
      boolean visible = b >= '!' && b <= '~' || b >= 0xA1 && b <= 0xAC || b >= 0xAE;
      bytes.put(visible ? b : 256 + others++, b);
    }
    return bytes;
  }

  /// Lines of a token in Base64 and its number, which counts from 0.
  private static List<byte[]> fromRanks(Path file) {
    List<byte[]> tokens = new ArrayList<>();
    for (String line : Json.text(file).lines().toList()) {
      int blank = line.indexOf(' ');
      try {
        if (blank < 0 || !line.substring(blank + 1).equals(String.valueOf(tokens.size()))) {
          throw new IllegalArgumentException();
        }
        tokens.add(Base64.getDecoder().decode(line.substring(0, blank)));
      } catch (IllegalArgumentException e) {
        throw new Refusal(
            "%s: line %d must be a token in Base64 and the number %d"
                .formatted(file, tokens.size() + 1, tokens.size()),
            e);
      }
    }
    return tokens;
  }
}
