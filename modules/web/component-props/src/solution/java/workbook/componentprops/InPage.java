package workbook.componentprops;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One method says what a name reaches, and is asked twice: of what is written, and of the advice.
final class InPage {

  private InPage() {}

  static Optional<String> insteadOf(String attribute, List<String> props) {
    if (props.contains(reached(attribute))) {
      return Optional.empty();
    }
    return props.stream()
        .filter(prop -> letters(prop).equals(letters(attribute)))
        .filter(prop -> reached(Names.hyphenate(prop)).equals(prop))
        .map(Names::hyphenate)
        .findFirst();
  }

  private static String reached(String attribute) {
    return Names.camelize(attribute.toLowerCase(Locale.ROOT));
  }

  private static String letters(String name) {
    return name.replace("-", "").toLowerCase(Locale.ROOT);
  }
}
