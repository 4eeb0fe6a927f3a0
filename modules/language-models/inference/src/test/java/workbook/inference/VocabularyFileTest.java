package workbook.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.lab.Refusal;
import workbook.text.Tokenizer;

@DisplayName("A vocabulary")
class VocabularyFileTest {

  private static final String TEXT =
      "Hello world, it's 2026: naïve café — 你好 🙂\n\n  two  blanks\tand a tab\r\n";

  @TempDir private Path folder;

  private static String ranks() throws IOException {
    try (InputStream file =
        Encodings.class.getResourceAsStream("/com/knuddels/jtokkit/r50k_base.tiktoken")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  /// OpenAI's list of ranks as vocab.json spells it: each byte as a character that can be seen.
  private static String json() throws IOException {
    return ranks()
        .lines()
        .map(line -> line.split(" "))
        .map(line ->
            "\"%s\": %s"
                .formatted(
                    spelled(Base64.getDecoder().decode(line[0]))
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\""),
                    line[1]))
        .collect(Collectors.joining(",", "{", ", \"<|endoftext|>\": 50256}"));
  }

  /// From bytes_to_unicode in GPT-2's encoder.py: the ranges that stay, then 256, 257 …
  private static final int[] CHARACTERS = new int[256];

  static {
    int moved = 256;
    for (int b = 0; b < 256; b++) {
      CHARACTERS[b] = stays(b) ? b : moved++;
    }
  }

  private static String spelled(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.appendCodePoint(CHARACTERS[b & 0xFF]);
    }
    return text.toString();
  }

  private static boolean stays(int b) {
    return b >= '!' && b <= '~' || b >= '¡' && b <= '¬' || b >= '®';
  }

  /// GPT-2's own vocabulary is r50k_base; jtokkit has OpenAI's list and an encoder of its own.
  @Test
  @DisplayName("of GPT-2's gives the tokens that jtokkit gives, and the text again")
  void gpt2() throws IOException {
    Files.writeString(folder.resolve("vocab.json"), json());
    Tokenizer tokenizer = VocabularyFile.in(folder, 50_257).orElseThrow();
    Encoding jtokkit = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.R50K_BASE);
    assertThat(tokenizer.encode(TEXT)).isEqualTo(jtokkit.encode(TEXT).toArray());
    assertThat(tokenizer.decode(tokenizer.encode(TEXT))).isEqualTo(TEXT);
    // Published in many places: "Hello world" is 15496 995 in GPT-2.
    assertThat(tokenizer.encode("Hello world")).containsExactly(15496, 995);
    assertThat(tokenizer.size()).isEqualTo(50_257);
  }

  /// Llama 3's file is such a list; what differs between the two is how a text is cut.
  @Test
  @DisplayName("of ranks gives the same tokens, and cuts numbers as Llama 3 does")
  void ranksFile() throws IOException {
    Files.writeString(folder.resolve("tokenizer.model"), ranks());
    Tokenizer tokenizer = VocabularyFile.in(folder, 60_000).orElseThrow();
    assertThat(tokenizer.encode("Hello world")).containsExactly(15496, 995);
    Files.writeString(folder.resolve("tokenizer.model"), ranks().replace("\n", "\r\n"));
    assertThat(VocabularyFile.in(folder, 60_000).orElseThrow().encode("Hello world"))
        .as("with line ends as on Windows")
        .containsExactly(15496, 995);
    assertThat(
            VocabularyFile.LLAMA_3.matcher("It's 12345 (x)\n\ny  z").results().map(r -> r.group()))
        .containsExactly("It", "'s", " ", "123", "45", " (", "x", ")\n\n", "y", " ", " z");
  }

  @Test
  @DisplayName("is not there if there is none, or one of SentencePiece")
  void none() throws IOException {
    assertThat(VocabularyFile.in(folder, 10)).isEmpty();
    Files.write(folder.resolve("tokenizer.model"), new byte[] {10, 14, 10, 5, '<', 'u', 'n', 0});
    assertThat(VocabularyFile.in(folder, 10)).isEmpty();
  }

  @Test
  @DisplayName("is refused in one line that says what is wrong with it")
  void refused() throws IOException {
    assertJson("{\"a\": 1}", "'a' has the number 1, and they must be 0 to 0, each once");
    assertJson("{\"a\": 0, \"b\": 0}", "'b' has the number 0, and they must be 0 to 1, each once");
    assertJson("{\"你\": 0}", "'你' has a character that stands for no byte");
    assertJson("{\"a\": 0}", "the byte 00 is not a token");
    Files.writeString(folder.resolve("vocab.json"), "{\"a\": 0, \"b\": 1}");
    assertThatThrownBy(() -> VocabularyFile.in(folder, 1))
        .hasMessage(folder.resolve("vocab.json") + ": has 2 tokens, and the model 1");
    Files.delete(folder.resolve("vocab.json"));
    Files.writeString(folder.resolve("tokenizer.model"), "YQ== 0\nYg== 2\n");
    assertThatThrownBy(() -> VocabularyFile.in(folder, 10))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            folder.resolve("tokenizer.model")
                + ": line 2 must be a token in Base64 and the number 1");
  }

  @Test
  @DisplayName("that is too large is refused, and not taken for none")
  void large() throws IOException {
    Path ranks = folder.resolve("tokenizer.model");
    Files.writeString(ranks, "IQ== 0\n".repeat(1000));
    try (RandomAccessFile file = new RandomAccessFile(ranks.toFile(), "rw")) {
      file.setLength((64 << 20) + 1);
    }
    assertThatThrownBy(() -> VocabularyFile.in(folder, 10))
        .isInstanceOf(Refusal.class)
        .hasMessage(ranks + ": has more than 64 MB");
  }

  private void assertJson(String json, String reason) throws IOException {
    Path file = folder.resolve("vocab.json");
    Files.writeString(file, json);
    assertThatThrownBy(() -> VocabularyFile.in(folder, 10))
        .isInstanceOf(Refusal.class)
        .hasMessage(file + ": " + reason);
  }

  @Test
  @DisplayName("shows a character when its last byte has come")
  void streamed() {
    StreamedText text = new StreamedText(ModelFolder.small().tokenizer().orElseThrow());
    StringBuilder shown = new StringBuilder();
    for (byte b : "é🙂\u001b[2J".getBytes(StandardCharsets.UTF_8)) {
      shown.append(text.add(b & 0xFF)).append('|');
    }
    assertThat(shown).hasToString("|é||||🙂|\\u001b|[|2|J|");
    assertThat(text.add(0xE4)).isEmpty();
    assertThat(text.rest()).isEqualTo("\uFFFD");
  }
}
