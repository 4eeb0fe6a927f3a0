package workbook.climbingstairs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import workbook.topictest.Peer;

/// GMP, the GNU multiple precision library, as Debian's Python sees it.
///
/// The package installs gmpy2 for `/usr/bin/python3`. A `python3` that comes first on the `PATH`
/// may be another one, which does not know it.
final class Gmp {

  private static final Path PYTHON = Path.of("/usr/bin/python3");

  private Gmp() {}

  /// Runs Python statements in which `gmpy2` is imported.
  ///
  /// @return what they print, without the end of the last line
  /// @throws IllegalStateException if gmpy2 is not installed, with the command that installs it
  static String run(String statements) {
    return Peer.output(command(statements), "").strip();
  }

  /// The command line for Python statements in which `gmpy2` is imported.
  ///
  /// @throws IllegalStateException if gmpy2 is not installed, with the command that installs it
  static List<String> command(String statements) {
    String found =
        Files.isExecutable(PYTHON)
            ? Peer.output(
                List.of(
                    PYTHON.toString(),
                    "-c",
                    "import importlib.util; print(importlib.util.find_spec('gmpy2') is not None)"),
                "")
            : "False";
    if (!found.strip().equals("True")) {
      throw new IllegalStateException(
          "gmpy2 is not installed for %s: sudo apt-get install python3-gmpy2".formatted(PYTHON));
    }
    return List.of(PYTHON.toString(), "-c", "import gmpy2\n" + statements);
  }
}
