package workbook.dotenv;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/// What is set before any file is read, and which names go into the bundle.
final class ShellOption {

  @Option(
      names = "--shell",
      paramLabel = "NAME=VALUE",
      description = "A variable as if the shell had set it; may stand several times.")
  private Map<String, String> more = new LinkedHashMap<>();

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      description = "What names begin with that go into the bundle; ${DEFAULT-VALUE} if not given.")
  private String prefix = "VITE_";

  Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>(System.getenv());
    variables.putAll(more);
    return variables;
  }

  /// @throws IllegalArgumentException if it is empty: it would put every variable into the bundle
  String prefix() {
    if (prefix.isBlank()) {
      throw new IllegalArgumentException(
          "--prefix must not be empty: every variable would go into the bundle");
    }
    return prefix;
  }
}
