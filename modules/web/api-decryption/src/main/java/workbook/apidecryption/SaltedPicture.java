package workbook.apidecryption;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import workbook.lab.Svg;

/// The bytes of a text that CryptoJS wrote with a phrase, and what becomes of its salt.
final class SaltedPicture {

  private static final String TEXT = "U2FsdGVkX18BAgMEAQIDBNRowQ1vu1XEVt1362UKghw=";
  private static final String PHRASE = "pass";
  private static final String HEAD = "#e4e4e4";
  private static final String SALT = "#ffd9a0";
  private static final String CIPHER = "#9fd3f5";
  private static final String DERIVED = "#c9e7b7";
  private static final HexFormat HEX = HexFormat.of();
  private static final int LEFT = 20;
  private static final int BYTE = 15;

  private SaltedPicture() {}

  /// What stands in the picture, in one language.
  enum Words {
    ENGLISH(
        "What CryptoJS writes with a phrase: 8 + 8 + 16 bytes, here of the phrase 'pass'",
        "salt",
        "cipher text",
        "phrase",
        "key",
        "IV"),
    CHINESE("口令加密时 CryptoJS 输出的字节：8 + 8 + 16 个，这里的口令是 pass", "盐", "密文", "口令", "密钥", "IV");

    private final String title;
    private final String salt;
    private final String cipherText;
    private final String phrase;
    private final String key;
    private final String iv;

    Words(String title, String salt, String cipherText, String phrase, String key, String iv) {
      this.title = title;
      this.salt = salt;
      this.cipherText = cipherText;
      this.phrase = phrase;
      this.key = key;
      this.iv = iv;
    }
  }

  static String draw(Words words) {
    Salted salted = Salted.read(Base64.getDecoder().decode(TEXT));
    KeyAndIv secret =
        EvpBytesToKey.derive("MD5", PHRASE.getBytes(StandardCharsets.UTF_8), salted.salt(), 32, 16);
    Svg svg = new Svg(520, 268, words.title);
    svg.text(LEFT, 30, 13, "start", Svg.INK, words.title);
    bytes(svg, 0, 8, 50, HEAD, "Salted__", "53616c7465645f5f");
    bytes(svg, 8, 8, 50, SALT, words.salt, HEX.formatHex(salted.salt()));
    bytes(svg, 16, 16, 50, CIPHER, words.cipherText, HEX.formatHex(salted.cipherText()));
    String seed = words.phrase + ", " + words.salt;
    String key = HEX.formatHex(secret.key());
    row(svg, 130, "D1 = MD5(%s)".formatted(seed), words.key, key.substring(0, 32));
    row(svg, 176, "D2 = MD5(D1, %s)".formatted(seed), words.key, key.substring(32));
    row(svg, 222, "D3 = MD5(D2, %s)".formatted(seed), words.iv, HEX.formatHex(secret.iv()));
    return svg.toString();
  }

  private static void bytes(
      Svg svg, int from, int count, double y, String colour, String name, String hex) {
    double x = LEFT + from * (double) BYTE;
    double width = count * (double) BYTE - 2;
    svg.box(x, y, width, 44, colour);
    svg.text(x + width / 2, y + 18, 13, "middle", Svg.INK, name);
    svg.text(x + width / 2, y + 35, 11, "middle", Svg.INK, hex);
  }

  private static void row(Svg svg, double y, String formula, String part, String hex) {
    svg.text(LEFT, y + 20, 13, "start", Svg.INK, formula);
    svg.box(LEFT + 210, y, 270, 32, DERIVED);
    svg.text(LEFT + 222, y + 20, 13, "start", Svg.INK, part);
    svg.text(LEFT + 470, y + 20, 11, "end", Svg.INK, hex);
  }
}
