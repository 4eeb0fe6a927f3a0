package workbook.apidecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "api-decryption/5",
    title = "The derivation that should have been used: PBKDF2",
    hints = {
      "The JDK has PBKDF2WithHmacSHA256 as a SecretKeyFactory. How many bits do you ask it for, if both"
          + " key and IV are to come out of it?",
      "Ask once for 48 bytes: asked twice, for 32 and for 16, it gives the same bytes again from the"
          + " start. The salt is what stands behind Salted__.",
      "Decode the text by Encoding.BASE64.bytes(\"the text\", text), which passes over line ends. Read"
          + " the bytes with Salted.read, and throw an IllegalArgumentException if hasSalt() is false."
          + " Make a PBEKeySpec of phrase.toCharArray(), salt, rounds and 384. The first 32 bytes of"
          + " generateSecret(spec).getEncoded() are the key of AES/CBC/PKCS5Padding, the last 16 its IV."
          + " Decrypt cipherText(), and make a String of it as UTF-8."
          + " Wrap a GeneralSecurityException in an IllegalArgumentException."
    },
    chinese =
        @Exercise.Chinese(
            title = "本该使用的派生方式：PBKDF2",
            hints = {
              "JDK 的 SecretKeyFactory 里就有 PBKDF2WithHmacSHA256。密钥和 IV 都要从中得出，应该要多少位？",
              "一次要 48 个字节：如果分两次要 32 和 16 个，第二次得到的又是从头开始的字节。盐就是 Salted__ 后面的部分。",
              "先用 Encoding.BASE64.bytes(\"the text\", text) 解码，它会跳过换行；再用 Salted.read 读出各部分，hasSalt() 为 false 就抛出 IllegalArgumentException。用 phrase.toCharArray()、盐、rounds 和 384 构造 PBEKeySpec。generateSecret(spec).getEncoded() 的前 32 个字节是 AES/CBC/PKCS5Padding 的密钥，后 16 个是 IV。解密 cipherText()，按 UTF-8 转成 String。把 GeneralSecurityException 包装成 IllegalArgumentException。"
            }))
@DisplayName("Exercise 5: PBKDF2")
class Pbkdf2DecryptionTest {

  private static final Pattern ROUNDS = Pattern.compile("-pbkdf2 -iter (\\d+)");

  private static List<Vectors.Vector> vectors() {
    return Vectors.of("openssl").stream()
        .filter(vector -> vector.text("options").contains("-pbkdf2"))
        .toList();
  }

  private static int rounds(Vectors.Vector vector) {
    Matcher matcher = ROUNDS.matcher(vector.text("options"));
    assertThat(matcher.find()).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  @Test
  @DisplayName("what openssl enc -pbkdf2 wrote")
  void recorded() {
    assertThat(vectors()).hasSize(18);
    for (Vectors.Vector vector : vectors()) {
      assertThat(decrypted(vector.answer(), vector.text("phrase"), rounds(vector)))
          .as(
              "openssl enc %s, phrase '%s', of '%s'",
              vector.text("options"), vector.text("phrase"), vector.text("plain"))
          .isEqualTo(vector.text("plain"));
    }
  }

  @Test
  @DisplayName("what openssl enc -a wrote in two lines; the text keeps its blanks and its line end")
  void lines() {
    // printf ' hello 世界, and more text than one line of Base64 holds, with a line end\n' |
    // openssl enc -aes-256-cbc -pbkdf2 -iter 10 -md sha256 -a -pass pass:Pass
    String text =
        """
        U2FsdGVkX18E1tKQCEY46M5WZUXQu8XOQM/Nm26ZCdstBXjBy9jdA7JRZ1hcydN3
        9+Z29SFzCTddayM+Ra3GMfWCZjHQdJ/0q267JydPwjBpSuAoKflieUbWNHFMgco3
        """;
    assertThat(decrypted(text, "Pass", 10))
        .as("what openssl enc -a wrote in two lines")
        .isEqualTo(" hello 世界, and more text than one line of Base64 holds, with a line end\n");
  }

  private static String decrypted(String text, String phrase, int rounds) {
    try {
      return Pbkdf2Decryption.decrypt(text, phrase, rounds);
    } catch (IllegalArgumentException e) {
      return "an IllegalArgumentException: " + e.getMessage();
    }
  }

  @Test
  @DisplayName("a wrong phrase is refused")
  void wrongPhrase() {
    Vectors.Vector vector = vectors().getFirst();
    assertRefused("a wrong phrase", vector.answer(), "no pass", rounds(vector));
  }

  @Test
  @DisplayName("without Salted__ it is refused")
  void noSalt() {
    assertRefused(
        "no Salted__ in front", Base64.getEncoder().encodeToString(new byte[32]), "pass", 1);
  }

  @Test
  @DisplayName("with other bytes in the place of Salted__ it is refused")
  void otherHead() {
    Vectors.Vector vector = vectors().getFirst();
    byte[] bytes = Base64.getDecoder().decode(vector.answer());
    bytes[0] = 's';
    assertRefused(
        "salted__ in front",
        Base64.getEncoder().encodeToString(bytes),
        vector.text("phrase"),
        rounds(vector));
  }

  @Test
  @DisplayName("a text that ends within the salt is refused")
  void cutInSalt() {
    assertRefused("Salted__ and three bytes", "U2FsdGVkX18BAgM=", "pass", 1);
  }

  @Test
  @DisplayName("a text that lost its end is refused")
  void cut() {
    Vectors.Vector vector = vectors().getFirst();
    byte[] bytes = Base64.getDecoder().decode(vector.answer());
    String text = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, 29));
    assertRefused("a text that lost its end", text, vector.text("phrase"), rounds(vector));
  }

  private static void assertRefused(String what, String text, String phrase, int rounds) {
    String result;
    try {
      result = "'" + Pbkdf2Decryption.decrypt(text, phrase, rounds) + "'";
    } catch (IllegalArgumentException _) {
      result = "an IllegalArgumentException";
    }
    assertThat(result).as("what %s gives", what).isEqualTo("an IllegalArgumentException");
  }
}
