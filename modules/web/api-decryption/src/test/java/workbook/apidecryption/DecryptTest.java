package workbook.apidecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Printed;

@DisplayName("api-decryption/decrypt")
class DecryptTest {

  // CryptoJS.AES.encrypt("hello 世界", "pass", {salt: 01020304 01020304}), and OpenSSL reads it.
  static final String SALTED = "U2FsdGVkX18BAgMEAQIDBNRowQ1vu1XEVt1362UKghw=";
  // crypto-js 4.2.0: AES of "hello 世界", key 0123456789abcdef, IV fedcba9876543210, by mode.
  static final String CBC = "UPPahnYiHIq5lEDWlCNyjw==";
  static final String ECB = "OkfUWPjtVNZKznyyEC+03g==";
  static final String CTR = "Yy66HZlQm7Eu31ZazhhuOQ==";
  static final String KEY = "utf8:0123456789abcdef";
  static final String IV = "utf8:fedcba9876543210";

  @Test
  @DisplayName("with a phrase: salt, key, IV, padding and text")
  void phrase() {
    Printed printed = Printed.by(new Decrypt(), SALTED, "pass");
    assertThat(printed.err()).isEmpty();
    // 12 bytes of text, so 4 are added.
    assertThat(printed.out())
        .contains("salt     0102030401020304\n", "padding  04040404\n", "text     hello 世界\n");
    assertThat(printed.status()).isZero();
  }

  @Test
  @DisplayName("with a key: in each encoding, in each mode")
  void key() {
    assertText(CBC, "--key", KEY, "--iv", IV);
    assertText(CBC, "--key", "hex:30313233343536373839616263646566", "--iv", IV);
    assertText(CBC, "--key", "base64:MDEyMzQ1Njc4OWFiY2RlZg==", "--iv", IV);
    assertText(CBC, "--key", "latin1:0123456789abcdef", "--iv", IV);
    assertText(ECB, "--key", KEY, "--mode", "ECB");
    String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(ECB));
    assertText("hex:" + hex, "--key", KEY, "--mode", "ECB");
    assertText(CTR, "--key", KEY, "--iv", IV, "--mode", "ctr");
    assertText(CTR, "--key", KEY, "--iv", IV, "--mode", "OFB");
    assertText(CTR, "--key", KEY, "--iv", IV, "--mode", "CFB");
    assertText(base64("9969210767239074d211dad4c5f2cb69"), padding("ZeroPadding"));
    assertText(base64("e836fe74a4c953f3e9c981cccfbcd717"), padding("AnsiX923"));
    assertText(base64("0da3967081afb397d819ee9d3ec5ed35"), padding("Iso97971"));
  }

  private static String[] padding(String name) {
    return new String[] {"--key", KEY, "--iv", IV, "--padding", name};
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  private static void assertText(String text, String... options) {
    String[] all = new String[options.length + 1];
    all[0] = text;
    System.arraycopy(options, 0, all, 1, options.length);
    Printed printed = Printed.by(new Decrypt(), all);
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out()).endsWith("text     hello 世界\n");
  }

  @Test
  @DisplayName("a salt is passed over where a key is given, as CryptoJS does")
  void saltUnused() {
    byte[] bytes = new Salted(new byte[8], Base64.getDecoder().decode(CBC)).bytes();
    Printed printed =
        Printed.by(
            new Decrypt(), Base64.getEncoder().encodeToString(bytes), "--key", KEY, "--iv", IV);
    assertThat(printed.out())
        .startsWith("salt     0000000000000000, not used with --key\n")
        .endsWith("text     hello 世界\n");
  }

  @Test
  @DisplayName("control characters of a decrypted text do not reach the terminal")
  void controls() throws GeneralSecurityException {
    assertThat(
            Printed.by(
                    new Decrypt(),
                    cbc("a\u001b[2Jb\tc\nd".getBytes(StandardCharsets.UTF_8)),
                    "--key",
                    KEY,
                    "--iv",
                    IV)
                .out())
        .endsWith("text     a\\u001b[2Jb\\u0009c\nd\n");
  }

  @Test
  @DisplayName("bytes that are no text are shown in hexadecimal")
  void hex() throws GeneralSecurityException {
    String text = cbc(new byte[] {(byte) 0xff, 0, (byte) 0x80});
    assertRefused(
        "what AES/CBC/Pkcs7 gives is no UTF-8 from byte 0 on: a wrong key passes the check of the"
            + " padding once in 256 times; if the data are no text, --as hex shows them",
        text,
        "--key",
        KEY,
        "--iv",
        IV);
    assertThat(Printed.by(new Decrypt(), text, "--key", KEY, "--iv", IV, "--as", "hex").out())
        .endsWith("text     ff0080\n");
  }

  static String cbc(byte[] plain) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec("0123456789abcdef".getBytes(StandardCharsets.US_ASCII), "AES"),
        new IvParameterSpec("fedcba9876543210".getBytes(StandardCharsets.US_ASCII)));
    return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
  }

  @Test
  @DisplayName("damaged Base64: which character, and what was probably done to it")
  void base64() {
    assertRefused("character 3 of TEXT is '*', which is not of Base64", "U2*s", "pass");
    assertRefused(
        "character 2 of TEXT is ' ', which is not of Base64: a '+' that was taken out of a form?",
        "U FsdGVk",
        "pass");
    assertRefused(
        "character 4 of TEXT is '-', which is not of Base64: in a URL '-' stands for '+', and '_'"
            + " for '/'",
        "U2F-",
        "pass");
    assertRefused(
        "character 4 of TEXT is '%', which is not of Base64: still encoded as in a URL?",
        "U2F%3D", "pass");
    assertRefused(
        "TEXT has 5 characters of Base64 and 0 '=', and they come in fours: a piece is missing",
        "U2Fsd",
        "pass");
    assertRefused("character 1 of TEXT is '\\u001b', which is not of Base64", "\u001bU2F", "pass");
    // As openssl enc -a wraps it.
    assertThat(
            Printed.by(new Decrypt(), SALTED.substring(0, 20) + "\n" + SALTED.substring(20), "pass")
                .status())
        .isZero();
  }

  @Test
  @DisplayName("the attempts take a text with a salt, in lines too")
  void attempts() {
    assertThat(
            Printed.by(
                    new Attempts(), SALTED.substring(0, 20) + "\n" + SALTED.substring(20), "pass")
                .out())
        .endsWith("EVP_BytesToKey     hello 世界\n");
    assertThat(Printed.by(new Attempts(), CBC, "pass"))
        .isEqualTo(
            Printed.refusal(new Attempts(), "TEXT must begin with Salted__ in Base64: U2FsdGVkX1"));
  }

  @Test
  @DisplayName("arguments that do not go together")
  void arguments() {
    String salted8 = Base64.getEncoder().encodeToString("Salted__1234".getBytes());
    assertRefused(
        "behind Salted__ there are 8 bytes of salt, and here only 4 follow", salted8, "pass");
    assertRefused(
        "TEXT has no Salted__ at its head, which it has where a phrase was used: give --key and"
            + " --iv",
        CBC,
        "pass");
    assertRefused("PHRASE or --key is needed", CBC);
    assertRefused("PHRASE and --key exclude each other", CBC, "pass", "--key", KEY);
    assertRefused("with --key CBC needs --iv", CBC, "--key", KEY);
    assertRefused(
        "a key of AES has 16, 24 or 32 bytes, and this one has 15",
        CBC,
        "--key",
        "utf8:0123456789abcde",
        "--iv",
        IV);
    assertRefused(
        "an IV of AES has 16 bytes, and this one has 8",
        CBC,
        "--key",
        KEY,
        "--iv",
        "utf8:01234567");
    assertRefused(
        "--key must begin with utf8:, hex:, base64: or latin1:, and was '0123456789abcdef'",
        CBC,
        "--key",
        "0123456789abcdef",
        "--iv",
        IV);
    assertRefused(
        "--key has 3 hexadecimal digits, and a byte has two", CBC, "--key", "hex:abc", "--iv", IV);
    assertRefused(
        "character 2 of --key is 'x', which is no hexadecimal digit",
        CBC,
        "--key",
        "hex:0x00",
        "--iv",
        IV);
    assertRefused(
        "character 1 of --key is '世', which has no place in Latin1",
        CBC,
        "--key",
        "latin1:世",
        "--iv",
        IV);
    assertRefused(
        "--mode must be CBC or CFB or CTR or OFB or ECB, and was 'GCM'", CBC, "--mode", "GCM");
    assertRefused(
        "--cipher must be AES or DES or TripleDES, and was 'RC4'", CBC, "--cipher", "RC4");
    assertRefused("--as must be text or hex, and was 'json'", CBC, "--as", "json");
    assertRefused(
        "--md must be md5 or sha1 or sha256 or sha512, and was 'md4'", CBC, "--md", "md4");
  }

  static void assertRefused(String reason, String... arguments) {
    assertThat(Printed.by(new Decrypt(), arguments))
        .isEqualTo(Printed.refusal(new Decrypt(), reason));
  }
}
