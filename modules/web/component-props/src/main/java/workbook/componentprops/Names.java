package workbook.componentprops;

import java.util.Locale;
import java.util.regex.Pattern;

/// A prop's name in code, `greetingMessage`, and in a template, `greeting-message`; by
/// `packages/shared/src/general.ts` of Vue.
public final class Names {

  private static final Pattern HYPHEN = Pattern.compile("-(\\w)");
  private static final Pattern CAPITAL = Pattern.compile("\\B([A-Z])");

  private Names() {}

  /// `greeting-message` as code writes it.
  public static String camelize(String name) {
    return HYPHEN.matcher(name).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }

  /// `greetingMessage` as a template writes it.
  public static String hyphenate(String name) {
    return CAPITAL.matcher(name).replaceAll("-$1").toLowerCase(Locale.ROOT);
  }
}
