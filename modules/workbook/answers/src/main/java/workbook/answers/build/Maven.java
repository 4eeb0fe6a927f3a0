package workbook.answers.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import workbook.answers.UserError;
import workbook.answers.tree.Tree;

/// Maven, as the launcher uses it: it compiles modules with those that they need, fetches their
/// libraries, and writes down their class paths.
final class Maven {

  private static final String PROGRAM =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
          ? "mvn.cmd"
          : "mvn";

  private static final int MOST_LINES = 20;

  private Maven() {}

  /// Builds modules.
  ///
  /// @param building is told their names before Maven begins, which may take long
  /// @throws UserError if they cannot be built, with what Maven says of it
  static void build(Tree tree, List<Path> modules, Consumer<String> building) {
    String names =
        modules.stream()
            .map(module -> module.getFileName().toString())
            .collect(Collectors.joining(", "));
    for (Path module : modules) {
      if (!Files.isWritable(module)) {
        throw new UserError(
            "%s is not built yet, and cannot be: %s cannot be written to"
                .formatted(module.getFileName(), module));
      }
    }
    building.accept(names);
    String list =
        modules.stream()
            .map(module -> tree.root().relativize(module).toString().replace('\\', '/'))
            .collect(Collectors.joining(","));
    ProcessBuilder maven =
        new ProcessBuilder(PROGRAM, "-B", "-q", "process-classes", "-Dlauncher", "-am", "-pl", list)
            .directory(tree.root().toFile())
            .redirectErrorStream(true);
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    run(maven, names);
  }

  private static void run(ProcessBuilder maven, String names) {
    Process process;
    try {
      process = maven.start();
    } catch (IOException _) {
      throw new UserError(
          "%s must be built first, and Maven 3.8 or newer is needed for it: https://maven.apache.org/download.cgi"
              .formatted(names));
    }
    try (InputStream output = process.getInputStream()) {
      process.getOutputStream().close();
      String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new UserError(
            "%s cannot be built. Maven says:%n%s"
                .formatted(
                    names,
                    said.lines()
                        .filter(line -> line.startsWith("[ERROR]"))
                        .limit(MOST_LINES)
                        .collect(Collectors.joining("\n"))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Maven builds", e);
    }
  }
}
