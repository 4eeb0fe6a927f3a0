package workbook.apidecryption;

import java.util.Optional;

/// A call of a cipher of CryptoJS.
///
/// @param offset where it begins
/// @param place the same as file, line and column
/// @param function as it stands in the script
/// @param operation `encrypt` or `decrypt`, or `createEncryptor` and the like
/// @param cipher its name, or `?`
/// @param mode its name, or what stands there
/// @param padding the same
/// @param iv null if none is given
/// @param more what else is said, as `hasher: e.algo.SHA256`, or empty
record CryptoCall(
    int offset,
    String place,
    String function,
    String operation,
    String cipher,
    String mode,
    String padding,
    Origin key,
    Origin iv,
    String more) {

  /// The command that decrypts what this call does, if the script says all that it needs.
  Optional<String> command() {
    boolean isKnown =
        isOne(BlockCipher.values(), cipher)
            && isOne(Mode.values(), mode)
            && isOne(Padding.values(), padding)
            && key.option() != null
            && more.isEmpty()
            && (key.isPhrase() || mode.equals("ECB") || iv != null && iv.option() != null);
    if (!isKnown) {
      return Optional.empty();
    }
    StringBuilder command = new StringBuilder("./workbook run api-decryption/decrypt TEXT");
    if (key.isPhrase()) {
      command.append(' ').append(quoted(key.option()));
    } else {
      command.append(" --key ").append(quoted(key.option()));
      if (!mode.equals("ECB")) {
        command.append(" --iv ").append(quoted(iv.option()));
      }
    }
    option(command, "--cipher", cipher, Settings.DEFAULT.cipher());
    option(command, "--mode", mode, Settings.DEFAULT.mode());
    option(command, "--padding", padding, Settings.DEFAULT.padding());
    return Optional.of(command.toString());
  }

  private static void option(StringBuilder command, String name, String value, Object usual) {
    if (!value.equals(usual.toString())) {
      command.append(' ').append(name).append(' ').append(value);
    }
  }

  private static boolean isOne(Object[] values, String name) {
    for (Object value : values) {
      if (value.toString().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /// As a shell takes it.
  private static String quoted(String text) {
    if (text.matches("[\\w:+/=.-]+")) {
      return text;
    }
    return text.chars().anyMatch(Character::isISOControl)
        ? "$'" + escaped(text) + "'"
        : "'" + text.replace("'", "'\\''") + "'";
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(c -> {
          if (Character.isISOControl(c)) {
            escaped.append((c < 0x80 ? "\\x%02x" : "\\u%04x").formatted(c));
          } else {
            escaped.append(c == '\'' || c == '\\' ? "\\" : "").append((char) c);
          }
        });
    return escaped.toString();
  }
}
