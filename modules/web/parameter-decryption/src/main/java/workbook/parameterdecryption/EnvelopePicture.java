package workbook.parameterdecryption;

import workbook.lab.Svg;

/// The parts of a sealed body: what each is made with, and what the tag covers.
final class EnvelopePicture {

  private static final String OPEN = "#e4e4e4";
  private static final String RSA = "#ffd9a0";
  private static final String AES = "#9fd3f5";
  private static final String TAG = "#c9e7b7";

  private EnvelopePicture() {}

  /// What stands in the picture, in one language.
  enum Words {
    ENGLISH(
        "A sealed body",
        "method and path",
        "not sent",
        "name of the key",
        "also the nonce",
        "covered by the tag",
        "AES key, wrapped with RSA-OAEP",
        "login, encrypted with AES-GCM",
        "tag",
        "opened by the private key",
        "opened by the AES key"),
    CHINESE(
        "加密后的请求体",
        "方法和路径",
        "不传送",
        "密钥的名字",
        "兼作 nonce",
        "受认证标签保护",
        "AES 密钥，用 RSA-OAEP 包装",
        "登录信息，用 AES-GCM 加密",
        "标签",
        "用私钥解开",
        "用 AES 密钥解开");

    private final String title;
    private final String target;
    private final String notSent;
    private final String kid;
    private final String nonce;
    private final String covered;
    private final String key;
    private final String data;
    private final String tag;
    private final String byPrivateKey;
    private final String byAesKey;

    Words(
        String title,
        String target,
        String notSent,
        String kid,
        String nonce,
        String covered,
        String key,
        String data,
        String tag,
        String byPrivateKey,
        String byAesKey) {
      this.title = title;
      this.target = target;
      this.notSent = notSent;
      this.kid = kid;
      this.nonce = nonce;
      this.covered = covered;
      this.key = key;
      this.data = data;
      this.tag = tag;
      this.byPrivateKey = byPrivateKey;
      this.byAesKey = byAesKey;
    }
  }

  static String draw(Words words) {
    Svg svg = new Svg(520, 262, words.title);
    svg.text(20, 28, 14, "start", Svg.INK, words.title);
    part(svg, 20, 42, 116, OPEN, words.target, words.notSent);
    part(svg, 142, 42, 116, OPEN, "kid", words.kid);
    part(svg, 264, 42, 116, OPEN, "time", "");
    part(svg, 386, 42, 114, OPEN, "iv", words.nonce);
    part(svg, 20, 116, 420, AES, "data", words.data);
    part(svg, 442, 116, 58, TAG, words.tag, "");
    svg.line(20, 98, 500, 98, Svg.GREY);
    svg.line(500, 98, 500, 116, Svg.GREY);
    svg.text(20, 111, 12, "start", Svg.GREY, words.covered);
    part(svg, 20, 190, 300, RSA, "key", words.key);
    svg.text(332, 217, 12, "start", Svg.GREY, words.byPrivateKey);
    svg.line(60, 190, 60, 164, Svg.GREY);
    svg.text(70, 181, 12, "start", Svg.GREY, words.byAesKey);
    return svg.toString();
  }

  private static void part(
      Svg svg, double x, double y, double width, String colour, String name, String what) {
    svg.box(x, y, width, 48, colour);
    svg.text(x + width / 2, y + (what.isEmpty() ? 29 : 20), 13, "middle", Svg.INK, name);
    svg.text(x + width / 2, y + 38, 12, "middle", Svg.INK, what);
  }
}
