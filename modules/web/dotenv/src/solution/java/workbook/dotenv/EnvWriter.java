package workbook.dotenv;

import java.util.ArrayList;
import java.util.List;

/// Writes what may do, and asks both parsers. Four candidates are all there are: bare, and each of
/// the three quotes.
final class EnvWriter {

  /// Holds every quote, at the end of a line too: one that the value leaves open is closed here,
  /// and seen.
  private static final String BEHIND = "\n# '\n# \"\n# `\nB='1'\nC=\"2\"\nD=`3`\n";

  private EnvWriter() {}

  static String line(String name, String value) {
    List<String> candidates = new ArrayList<>();
    for (String quote : List.of("'", "\"", "`", "")) {
      candidates.add(name + "=" + quote + value + quote);
    }
    return candidates.stream()
        .filter(line -> isRead(name, value, line))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no line gives this value in both dialects"));
  }

  private static boolean isRead(String name, String value, String line) {
    return isRead(name, value, NodeParser.parse(".env", line + BEHIND))
        && isRead(name, value, DotenvParser.parse(".env", line + BEHIND));
  }

  private static boolean isRead(String name, String value, Parsed parsed) {
    return parsed.entries().size() == 4
        && parsed.entries().getFirst().name().equals(name)
        && parsed.entries().getFirst().value().equals(value);
  }
}
