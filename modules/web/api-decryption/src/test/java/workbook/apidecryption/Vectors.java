package workbook.apidecryption;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import workbook.topictest.Peer;

/// What crypto-js 4.2.0 and OpenSSL answered, recorded; under `-Ppeers` the record is compared with
/// them, and `-Dnotes=update` writes it again.
final class Vectors {

  static final Path FILE = Path.of("src/test/resources/workbook/apidecryption/vectors.json");

  static final String SALT = "0102030405060708";
  static final byte[] TEXT =
      "hello 世界, this text is longer than two blocks".getBytes(StandardCharsets.UTF_8);

  private static final HexFormat HEX = HexFormat.of();
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /// A question with its answer.
  record Vector(Map<String, Object> question, String answer) {

    String text(String name) {
      return (String) question.get(name);
    }

    int number(String name) {
      return ((Number) question.get(name)).intValue();
    }

    byte[] hex(String name) {
      return HEX.parseHex(text(name));
    }
  }

  private Vectors() {}

  /// The key 00 01 02 ….
  static String key(BlockCipher cipher) {
    byte[] key = new byte[cipher.derivedKey()];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) i;
    }
    return HEX.formatHex(key);
  }

  /// An IV whose last four bytes are all but used up, as a counter.
  static String iv(BlockCipher cipher) {
    return "f0f1f2f3f4f5f6f7f8f9fafbfffffffe".substring(32 - 2 * cipher.block());
  }

  private static List<Map<String, Object>> keys() {
    List<Map<String, Object>> questions = new ArrayList<>();
    for (BlockCipher cipher : BlockCipher.values()) {
      for (Mode mode : Mode.values()) {
        for (Padding padding : Padding.values()) {
          for (int length : List.of(0, 1, 16, 37)) {
            // Without a padding CryptoJS cuts the last block off, and nobody can decrypt it.
            if (padding != Padding.NONE || mode.isStream() || length % 16 == 0) {
              questions.add(
                  question(
                      "cipher", cipher.toString(),
                      "mode", mode.toString(),
                      "padding", padding.toString(),
                      "key", key(cipher),
                      "iv", iv(cipher),
                      "plain", HEX.formatHex(Arrays.copyOf(TEXT, length))));
            }
          }
        }
      }
    }
    return questions;
  }

  private static List<Map<String, Object>> phrases() {
    List<Map<String, Object>> questions = new ArrayList<>();
    for (String digest : List.of("MD5", "SHA256")) {
      for (BlockCipher cipher : BlockCipher.values()) {
        for (String phrase : List.of("pass", "", "密码", "a longer phrase, with spaces")) {
          questions.add(
              question(
                  "cipher", cipher.toString(),
                  "digest", digest,
                  "phrase", phrase,
                  "salt", SALT,
                  "plain", "hello 世界"));
        }
      }
    }
    return questions;
  }

  private static List<Map<String, Object>> kdfs() {
    List<Map<String, Object>> questions = new ArrayList<>();
    for (String digest : List.of("MD5", "SHA1", "SHA256")) {
      for (int rounds : List.of(1, 2, 1000)) {
        for (int bytes : List.of(8, 16, 40, 48)) {
          for (String phrase : List.of("pass", "密码")) {
            questions.add(
                question(
                    "digest", digest,
                    "rounds", rounds,
                    "phrase", phrase,
                    "salt", SALT,
                    "bytes", bytes));
          }
        }
      }
    }
    return questions;
  }

  private static List<Map<String, Object>> words() {
    List<Map<String, Object>> questions = new ArrayList<>();
    questions.add(question("encoding", "Utf8", "text", "0123456789abcdef"));
    questions.add(question("encoding", "Utf8", "text", "密码é"));
    questions.add(question("encoding", "Hex", "text", "00ff80aB"));
    questions.add(question("encoding", "Hex", "text", "ffffffffffff"));
    questions.add(question("encoding", "Base64", "text", "AAECAwQFBgcICQ=="));
    questions.add(question("encoding", "Base64", "text", "////+w=="));
    questions.add(question("encoding", "Latin1", "text", "é\u0080ÿ"));
    questions.add(question("encoding", "Latin1", "text", ""));
    return questions;
  }

  private static List<Map<String, Object>> bytes() {
    List<Map<String, Object>> questions = new ArrayList<>();
    questions.add(question("words", List.of(808530483, 875902519), "sigBytes", 8));
    questions.add(question("words", List.of(-1, 1), "sigBytes", 8));
    questions.add(question("words", List.of(4294967295L, 16), "sigBytes", 8));
    questions.add(question("words", List.of(0x0badcafe, 0x0badcafe), "sigBytes", 5));
    questions.add(question("words", List.of(0x01020304, 0x05060708, 9), "sigBytes", 7));
    questions.add(question("words", List.of(-2147483648), "sigBytes", 1));
    questions.add(question("words", List.of(), "sigBytes", 0));
    return questions;
  }

  private static List<Map<String, Object>> openssl() {
    List<Map<String, Object>> questions = new ArrayList<>();
    for (String options :
        List.of(
            "-md md5",
            "-md sha256",
            "-md sha256 -pbkdf2 -iter 10000",
            "-md sha256 -pbkdf2 -iter 1",
            "-md sha256 -pbkdf2 -iter 2")) {
      for (String phrase : List.of("pass", "密码")) {
        for (String plain : List.of("hello 世界", "0123456789abcdef", "")) {
          questions.add(
              question(
                  "options", "-aes-256-cbc " + options,
                  "phrase", phrase,
                  "salt", SALT,
                  "plain", plain));
        }
      }
    }
    return questions;
  }

  private static Map<String, Object> question(Object... namesAndValues) {
    Map<String, Object> question = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      question.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return question;
  }

  /// Asks the peers.
  static String recorded() {
    Map<String, List<Vector>> recorded = new LinkedHashMap<>();
    recorded.put("key", answers("key", keys()));
    recorded.put("phrase", answers("phrase", phrases()));
    recorded.put("kdf", answers("kdf", kdfs()));
    recorded.put("words", answers("words", words()));
    recorded.put("bytes", answers("bytes", bytes()));
    recorded.put(
        "openssl",
        openssl().stream().map(question -> new Vector(question, openssl(question))).toList());
    return JSON.writeValueAsString(recorded).replace(System.lineSeparator(), "\n") + "\n";
  }

  private static List<Vector> answers(String what, List<Map<String, Object>> questions) {
    List<String> answers = Npm.ask(what, questions);
    List<Vector> vectors = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      vectors.add(new Vector(questions.get(i), answers.get(i)));
    }
    return vectors;
  }

  /// The cipher text, in Base64, with the head in front of it.
  private static String openssl(Map<String, Object> question) {
    List<String> arguments = new ArrayList<>(List.of("enc", "-a", "-A"));
    arguments.addAll(List.of(((String) question.get("options")).split(" ")));
    arguments.addAll(List.of("-S", (String) question.get("salt")));
    arguments.addAll(List.of("-pass", "pass:" + question.get("phrase")));
    String answer =
        new Peer("openssl", "apt-get install openssl")
            .run((String) question.get("plain"), arguments.toArray(String[]::new))
            .strip();
    // OpenSSL 3 writes no head where it is given the salt.
    byte[] cipherText = Base64.getDecoder().decode(answer);
    Salted read = Salted.read(cipherText);
    Salted whole = new Salted(HEX.parseHex((String) question.get("salt")), read.cipherText());
    return Base64.getEncoder().encodeToString(whole.bytes());
  }

  /// What was answered to the questions of one kind.
  static List<Vector> of(String what) {
    return Recorded.VECTORS.get(what);
  }

  /// The record, read once, where it is asked for.
  private static final class Recorded {

    private static final Map<String, List<Vector>> VECTORS = read();

    private static Map<String, List<Vector>> read() {
      try (InputStream in = Vectors.class.getResourceAsStream("vectors.json")) {
        return JSON.readValue(in, new TypeReference<Map<String, List<Vector>>>() {});
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
