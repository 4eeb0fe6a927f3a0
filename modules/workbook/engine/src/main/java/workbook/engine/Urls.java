package workbook.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// JDBC URLs as they may be shown: without a password.
final class Urls {

  private static final Pattern LOGIN = Pattern.compile("//([^:/?@]*):([^?]*)@");

  private Urls() {}

  /// The URL with `***` for every password in it.
  static String masked(String url) {
    return passwords(url).matcher(LOGIN.matcher(url).replaceAll("//$1:***@")).replaceAll("$1***");
  }

  /// A message with no password of a URL in it. Drivers repeat parts of what they cannot read.
  static String masked(String message, String url) {
    String shown = message.replace(url, masked(url));
    Matcher login = LOGIN.matcher(url);
    if (login.find()) {
      shown = shown.replace(login.group(2), "***");
    }
    return passwords(url).matcher(shown).replaceAll("$1***");
  }

  /// Whether it holds a user and a password before the host.
  static boolean hasLogin(String url) {
    return LOGIN.matcher(url).find();
  }

  /// What separates one property from the next differs.
  private static Pattern passwords(String url) {
    String end = url.startsWith("jdbc:h2:") ? ";" : url.contains("(") ? "&,)" : "&";
    return Pattern.compile(
        "(\\w*(?:password|passwd|pwd|passphrase|secret)\\w*\\s*=)[^%s\"]*".formatted(end),
        Pattern.CASE_INSENSITIVE);
  }
}
