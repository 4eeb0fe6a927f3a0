package workbook.topictest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Packages of npm that serve as oracles. They are installed once for a shelf, with a Node among
/// them, for that of the distribution may be too old.
///
/// @param packages their names with their versions
public record NodePackages(String... packages) {

  private static final String NODE = "node@20.20.2";

  /// Asks the script `peers.mjs` among the test resources beside a class. It is started with the
  /// folder of the packages and `what`, reads the questions and prints the answers.
  ///
  /// @param questions as JSON
  /// @return the answers, as JSON
  /// @throws IllegalStateException if Node is not installed, with the command that installs it and
  ///   the packages, and as [Peer#output] does
  public String ask(Class<?> beside, String what, String questions) {
    Path folder = Path.of("..", "target", "npm");
    Path node = folder.resolve(Path.of("node_modules", "node", "bin", "node"));
    if (!Files.isExecutable(node)) {
      String shelf = Path.of("").toAbsolutePath().getParent().getFileName().toString();
      throw new IllegalStateException(
          "-Ppeers compares with npm's packages: npm install --prefix modules/%s/target/npm %s %s"
              .formatted(shelf, NODE, String.join(" ", packages)));
    }
    Path script =
        Path.of("src", "test", "resources")
            .resolve(beside.getPackageName().replace('.', '/'))
            .resolve("peers.mjs");
    return Peer.output(
        List.of(node.toString(), script.toString(), folder.toString(), what), questions);
  }
}
