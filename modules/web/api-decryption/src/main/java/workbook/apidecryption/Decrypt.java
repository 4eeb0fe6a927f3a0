package workbook.apidecryption;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import workbook.lab.Example;
import workbook.lab.Printable;

/// Decrypts what CryptoJS wrote, with a phrase or with a key.
@Command(
    name = "api-decryption/decrypt",
    description = "Decrypts what CryptoJS or openssl enc wrote, with a phrase or a key.")
public final class Decrypt implements Example {

  private static final HexFormat HEX = HexFormat.of();
  private static final String HEX_TEXT = "hex:";

  @Parameters(
      index = "0",
      paramLabel = "TEXT",
      description = "The cipher text, in Base64, or as hex:VALUE.")
  private String text;

  @Parameters(
      index = "1",
      paramLabel = "PHRASE",
      arity = "0..1",
      description = "The phrase: what stands as a string in the call.")
  private String phrase;

  @Option(
      names = "--key",
      paramLabel = "ENC:VALUE",
      description =
          "The key, where the call has words: utf8:VALUE, hex:VALUE, base64:VALUE or latin1:VALUE.")
  private String key;

  @Option(names = "--iv", paramLabel = "ENC:VALUE", description = "The IV, in the same way.")
  private String iv;

  @Option(
      names = "--cipher",
      paramLabel = "NAME",
      converter = CipherConverter.class,
      description = "AES, DES or TripleDES; AES if not given.")
  private BlockCipher cipher = BlockCipher.AES;

  @Option(
      names = "--mode",
      paramLabel = "NAME",
      converter = ModeConverter.class,
      description = "CBC, CFB, CTR, OFB or ECB; CBC if not given.")
  private Mode mode = Mode.CBC;

  @Option(
      names = "--padding",
      paramLabel = "NAME",
      converter = PaddingConverter.class,
      description =
          "Pkcs7, AnsiX923, Iso10126, Iso97971, ZeroPadding or NoPadding; Pkcs7 if not given.")
  private Padding padding = Padding.PKCS7;

  @Option(
      names = "--md",
      paramLabel = "NAME",
      converter = DigestConverter.class,
      description =
          "With a phrase: md5, or the digest that openssl enc took, sha256 since 1.1.0; md5 if not"
              + " given.")
  private String md = "MD5";

  @Option(
      names = "--as",
      paramLabel = "FORM",
      converter = FormConverter.class,
      description = "What to print: text or hex; text if not given.")
  private String form = "text";

  static void main(String[] args) {
    Example.main(new Decrypt(), args);
  }

  @Override
  public int run(PrintStream out) {
    check();
    Salted salted =
        Salted.read(
            text.startsWith(HEX_TEXT)
                ? Encoding.HEX.bytes("TEXT", text.substring(HEX_TEXT.length()))
                : Encoding.BASE64.bytes("TEXT", text));
    if (key == null && !salted.hasSalt()) {
      throw new IllegalArgumentException(
          "TEXT has no Salted__ at its head, which it has where a phrase was used: give --key and --iv");
    }
    KeyAndIv secret =
        key == null
            ? EvpBytesToKey.derive(
                md,
                phrase.getBytes(StandardCharsets.UTF_8),
                salted.salt(),
                cipher.derivedKey(),
                cipher.block())
            : new KeyAndIv(words("--key", key), iv == null ? new byte[0] : words("--iv", iv));
    Settings settings = new Settings(cipher, mode, padding);
    Decryption decryption = Decryption.of(settings, secret, salted.cipherText());
    String shown = form.equals("hex") ? HEX.formatHex(decryption.plain()) : decryption.text();
    if (salted.hasSalt()) {
      out.println(
          "salt     "
              + HEX.formatHex(salted.salt())
              + (key == null ? "" : ", not used with --key"));
    }
    out.println("key      " + HEX.formatHex(cipher.key(secret.key())));
    if (mode != Mode.ECB) {
      out.println("IV       " + HEX.formatHex(secret.iv()));
    }
    byte[] blocks = decryption.blocks();
    out.println(
        "padding  "
            + HEX.formatHex(Arrays.copyOfRange(blocks, decryption.textLength(), blocks.length)));
    out.println("text     " + Printable.of(shown));
    return 0;
  }

  private void check() {
    if (phrase != null && key != null) {
      throw new IllegalArgumentException("PHRASE and --key exclude each other");
    }
    if (phrase == null && key == null) {
      throw new IllegalArgumentException("PHRASE or --key is needed");
    }
    if (phrase != null && iv != null) {
      throw new IllegalArgumentException(
          "--iv has no effect with PHRASE, in CryptoJS either: key and IV are made from it; a key is"
              + " given with --key");
    }
    if (key != null && iv == null && mode != Mode.ECB) {
      throw new IllegalArgumentException("with --key %s needs --iv".formatted(mode));
    }
  }

  private static byte[] words(String option, String value) {
    int colon = value.indexOf(':');
    String name = value.substring(0, Math.max(colon, 0));
    for (Encoding encoding : Encoding.values()) {
      if (encoding.toString().toLowerCase(Locale.ROOT).equals(name)) {
        return encoding.bytes(option, value.substring(colon + 1));
      }
    }
    throw new IllegalArgumentException(
        "%s must begin with utf8:, hex:, base64: or latin1:, and was '%s'"
            .formatted(option, value));
  }

  private static <E extends Enum<E>> E named(Class<E> type, String text) {
    for (E value : type.getEnumConstants()) {
      if (value.toString().equalsIgnoreCase(text)) {
        return value;
      }
    }
    throw new TypeConversionException(
        "must be %s, and was '%s'"
            .formatted(
                Arrays.stream(type.getEnumConstants())
                    .map(E::toString)
                    .collect(Collectors.joining(" or ")),
                text));
  }

  private static String named(String text, String... names) {
    if (!Arrays.asList(names).contains(text)) {
      throw new TypeConversionException(
          "must be %s, and was '%s'".formatted(String.join(" or ", names), text));
    }
    return text;
  }

  static final class CipherConverter implements ITypeConverter<BlockCipher> {
    @Override
    public BlockCipher convert(String text) {
      return named(BlockCipher.class, text);
    }
  }

  static final class ModeConverter implements ITypeConverter<Mode> {
    @Override
    public Mode convert(String text) {
      return named(Mode.class, text);
    }
  }

  static final class PaddingConverter implements ITypeConverter<Padding> {
    @Override
    public Padding convert(String text) {
      return named(Padding.class, text);
    }
  }

  static final class DigestConverter implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return named(text, "md5", "sha1", "sha256", "sha512").replaceFirst("(?i)^sha", "SHA-");
    }
  }

  static final class FormConverter implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return named(text, "text", "hex");
    }
  }
}
