package workbook.answers.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import workbook.answers.UserError;

/// A topic: one folder, `modules/<shelf>/<topic>`.
public record Topic(Path folder) {

  private static final Pattern MAIN = Pattern.compile("^  .*\\bvoid main\\(", Pattern.MULTILINE);

  /// What picocli leaves out of a list of commands: a part that another example starts.
  private static final Pattern HIDDEN = Pattern.compile("@Command\\([^@]*\\bhidden = true\\b");

  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

  public String name() {
    return folder.getFileName().toString();
  }

  public String shelf() {
    return folder.getParent().getFileName().toString();
  }

  /// What the topic is about, in one line: its pom's description.
  public String description() {
    return Pom.of(folder).description();
  }

  /// What the JVM of its examples and tests is started with, besides what all are: the property
  /// `test.jvm` of its pom.
  public List<String> jvmOptions() {
    return Stream.of(Pom.of(folder).jvm().split("\\s+")).filter(s -> !s.isEmpty()).toList();
  }

  /// Of the JVM's options those that the compiler needs too: modules of the JDK that not every
  /// program has.
  public List<String> modules() {
    List<String> options = jvmOptions();
    int at = options.indexOf("--add-modules");
    return at < 0 ? List.of() : options.subList(at, at + 2);
  }

  /// The classes with a main method, the topic's own first, then by name; without those that are
  /// `hidden` to picocli.
  public List<Example> examples() {
    return javaFiles(folder.resolve("src/main/java"))
        .map(this::example)
        .filter(example -> example != null)
        .sorted()
        .toList();
  }

  /// The example of a name, or the topic's own example if the name is empty.
  ///
  /// @throws UserError if there is none, with the nearest name
  public Example example(String name) {
    String wanted = name.isEmpty() ? name() : name;
    List<Example> examples = examples();
    return examples.stream()
        .filter(example -> example.name().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new UserError(
                "%s has no example '%s'. %s"
                    .formatted(
                        name(),
                        wanted,
                        Tree.nearest(wanted, examples.stream().map(Example::name).toList()))));
  }

  private Example example(Path file) {
    String source = read(file);
    if (!MAIN.matcher(source).find() || HIDDEN.matcher(source).find()) {
      return null;
    }
    String simpleName = file.getFileName().toString().replace(".java", "");
    String packageName = PACKAGE.matcher(source).results().findFirst().orElseThrow().group(1);
    String name = kebabCase(simpleName);
    return new Example(name, packageName + "." + simpleName, name.equals(name()));
  }

  /// `LostUpdate` as a reader types it: `lost-update`.
  static String kebabCase(String className) {
    return className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /// The Java files below a folder, in the order of their paths; none if there is no such folder.
  public static Stream<Path> javaFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A class to run.
  ///
  /// @param name what a reader types
  /// @param mainClass its binary name
  /// @param own whether it is the one that `run TOPIC` runs
  public record Example(String name, String mainClass, boolean own) implements Comparable<Example> {

    @Override
    public int compareTo(Example other) {
      return own == other.own ? name.compareTo(other.name) : own ? -1 : 1;
    }
  }
}
