package workbook.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// A text that every JDK has in it: the names of the characters of Unicode, one a line.
public final class UnicodeNames {

  private static final Pattern CODE_POINT = Pattern.compile("[0-9A-F]{4,6}");

  private static final String DIGEST_IN_JDK_25 =
      "af1afcff1d137c1882a6e0047f6e2a1c0e8b2e73c93e11348b142627573f8166";

  private UnicodeNames() {}

  /// The names that [Character#getName] gives, in the order of the code points.
  public static String text() {
    StringBuilder text = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (Character.isDefined(c) && Character.getType(c) != Character.PRIVATE_USE) {
        String name = Character.getName(c);
        if (!repeatsCodePoint(name)) {
          text.append(name).append('\n');
        }
      }
    }
    return text.toString();
  }

  /// Names that end in four to six hexadecimal digits. Nearly all of these only repeat the code
  /// point, among them all Chinese characters and all Hangul syllables, and would be most of the
  /// text. The rule also costs some names that are none, such as `SLIGHTLY SMILING FACE`.
  private static boolean repeatsCodePoint(String name) {
    int end = Math.max(name.lastIndexOf(' '), name.lastIndexOf('-')) + 1;
    return end > 0 && CODE_POINT.matcher(name).region(end, name.length()).matches();
  }

  /// What to tell the reader if a text is not that of JDK 25, from which all figures are.
  static Optional<String> note(String text) {
    if (digest(text).equals(DIGEST_IN_JDK_25)) {
      return Optional.empty();
    }
    return Optional.of(
        "the names in this JDK (%s) are not those of JDK 25: figures will differ"
            .formatted(Runtime.version()));
  }

  static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
