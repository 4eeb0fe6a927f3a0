package workbook.apidecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.topictest.Committed;
import workbook.topictest.Peer;

@Tag("peers")
@DisplayName("crypto-js, OpenSSL and esbuild agree")
class PeersTest {

  private static final long SEED = 20261127;
  private static final HexFormat HEX = HexFormat.of();

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

  @Test
  @DisplayName("the recorded answers are theirs")
  void recorded() throws IOException {
    Committed.assertSame(Vectors.FILE, Vectors.recorded());
  }

  @Test
  @DisplayName("the page's script is what esbuild makes of its source")
  void script() throws IOException {
    String source = Files.readString(Path.of("src/test/resources/workbook/apidecryption/board.js"));
    Committed.assertSame(
        Path.of("src/main/resources/workbook/apidecryption", Board.SCRIPT),
        Npm.ask("esbuild", List.of(Map.of("files", Map.of("main.js", source), "options", Map.of())))
            .getFirst());
  }

  @Test
  @DisplayName("the page's script, run by Node, shows what Java decrypts")
  void page() {
    String shown =
        Npm.ask("page", List.of(Map.of("script", Board.bundle(), "answer", Board.encrypted())))
            .getFirst();
    assertThat(shown).isEqualTo("1. hello 世界, 2. a key in a page is no secret");
  }

  @Test
  @DisplayName("crypto-js: 2,000 random texts, with a key")
  void keys() {
    List<Map<String, String>> questions = new ArrayList<>();
    List<Settings> settings = new ArrayList<>();
    while (questions.size() < 2_000) {
      Settings chosen =
          new Settings(any(BlockCipher.values()), any(Mode.values()), any(Padding.values()));
      byte[] plain = bytes(random.nextInt(100));
      boolean isWhole = plain.length % chosen.cipher().block() == 0;
      // Zeros at the end are lost with ZeroPadding, and cut blocks without any.
      boolean isLost =
          chosen.padding() == Padding.ZERO && plain.length > 0 && plain[plain.length - 1] == 0
              || chosen.padding() == Padding.NONE && !isWhole && !chosen.mode().isStream();
      if (!isLost) {
        settings.add(chosen);
        questions.add(
            Map.of(
                "cipher", chosen.cipher().toString(),
                "mode", chosen.mode().toString(),
                "padding", chosen.padding().toString(),
                "key", HEX.formatHex(bytes(any(keyLengths(chosen.cipher())))),
                "iv", HEX.formatHex(bytes(chosen.cipher().block())),
                "plain", HEX.formatHex(plain)));
      }
    }
    List<String> answers = Npm.ask("key", questions);
    for (int i = 0; i < answers.size(); i++) {
      Map<String, String> question = questions.get(i);
      KeyAndIv secret =
          new KeyAndIv(HEX.parseHex(question.get("key")), HEX.parseHex(question.get("iv")));
      byte[] text = Base64.getDecoder().decode(answers.get(i));
      assertThat(HEX.formatHex(Decryption.of(settings.get(i), secret, text).plain()))
          .as("seed %d: %s", SEED, question)
          .isEqualTo(question.get("plain"));
    }
  }

  private static Integer[] keyLengths(BlockCipher cipher) {
    return switch (cipher) {
      case AES -> new Integer[] {16, 24, 32};
      case DES -> new Integer[] {8, 12, 16};
      case TRIPLE_DES -> new Integer[] {8, 16, 24, 32};
    };
  }

  @Test
  @DisplayName("OpenSSL: 240 random phrases, ciphers, modes and digests")
  void openssl() {
    Peer openssl = new Peer("openssl", "apt-get install openssl");
    Map<String, BlockCipher> ciphers =
        Map.of("aes-256", BlockCipher.AES, "des-ede3", BlockCipher.TRIPLE_DES);
    for (int i = 0; i < 240; i++) {
      String name = any(new String[] {"aes-256", "des-ede3"});
      Mode mode = any(new Mode[] {Mode.CBC, Mode.CFB, Mode.OFB, Mode.ECB, Mode.CTR});
      if (name.equals("des-ede3") && mode == Mode.CTR) {
        mode = Mode.CBC;
      }
      String digest = any(new String[] {"md5", "sha1", "sha256", "sha512"});
      String phrase = "phrase 世界 " + random.nextInt();
      String plain = "文本 " + "x".repeat(random.nextInt(40));
      String answer =
          openssl
              .run(
                  plain,
                  "enc",
                  "-a",
                  "-A",
                  "-" + name + "-" + mode.name().toLowerCase(java.util.Locale.ROOT),
                  "-md",
                  digest,
                  "-pass",
                  "pass:" + phrase)
              .strip();
      BlockCipher cipher = ciphers.get(name);
      Salted salted = Salted.read(Base64.getDecoder().decode(answer));
      KeyAndIv secret =
          EvpBytesToKey.derive(
              digest.replace("sha", "SHA-"),
              phrase.getBytes(StandardCharsets.UTF_8),
              salted.salt(),
              cipher.derivedKey(),
              mode == Mode.ECB ? 0 : cipher.block());
      // OpenSSL does not pad in the stream modes, and counts with the whole block as the JDK does:
      // from a random IV both counters are the same for as short a text.
      Padding padding = mode.isStream() ? Padding.NONE : Padding.PKCS7;
      assertThat(
              Decryption.of(new Settings(cipher, mode, padding), secret, salted.cipherText())
                  .text())
          .as("seed %d, %d: openssl enc -%s-%s -md %s, '%s'", SEED, i, name, mode, digest, phrase)
          .isEqualTo(plain);
    }
  }

  private <E> E any(E[] values) {
    return values[random.nextInt(values.length)];
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
