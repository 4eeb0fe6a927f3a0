package workbook.answers.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import workbook.answers.UserError;

/// The workbook's folders. What is there is read off them; nothing is listed a second time.
///
/// @param root the folder that holds `modules`
public record Tree(Path root) {

  /// Not a shelf: the workbook's own tools live here.
  private static final String TOOLS = "workbook";

  /// The tree around a folder.
  ///
  /// @throws UserError if no folder from this one upwards is a workbook
  public static Tree around(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    return Stream.iterate(absolute, path -> path != null, Path::getParent)
        .filter(path -> Files.isDirectory(path.resolve("modules").resolve(TOOLS)))
        .findFirst()
        .map(Tree::new)
        .orElseThrow(() ->
            new UserError(
                "no workbook here: neither %s nor a folder above it has modules/%s"
                    .formatted(absolute, TOOLS)));
  }

  /// The topics, by shelf and then by name. A module with notes is a topic; one without is a
  /// library that topics share.
  public List<Topic> topics() {
    return children(root.resolve("modules")).stream()
        .filter(shelf -> !shelf.getFileName().toString().equals(TOOLS))
        .flatMap(shelf -> children(shelf).stream())
        .filter(folder -> Files.exists(folder.resolve("pom.xml")))
        .filter(folder -> Files.exists(folder.resolve("README.md")))
        .map(Topic::new)
        .toList();
  }

  /// The shelves that hold a topic, by name.
  public List<String> shelves() {
    return topics().stream().map(Topic::shelf).distinct().toList();
  }

  /// The topics of a shelf.
  ///
  /// @throws UserError if there is no such shelf, with the nearest name
  public List<Topic> shelf(String name) {
    List<Topic> topics = topics().stream().filter(topic -> topic.shelf().equals(name)).toList();
    if (topics.isEmpty()) {
      throw new UserError("no shelf is called '%s'. %s".formatted(name, nearest(name, shelves())));
    }
    return topics;
  }

  /// The topic of a name.
  ///
  /// @throws UserError if there is none, with the nearest name
  public Topic topic(String name) {
    List<Topic> topics = topics();
    return topics.stream()
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new UserError(
                "no topic is called '%s'. %s"
                    .formatted(name, nearest(name, topics.stream().map(Topic::name).toList()))));
  }

  /// The module whose folder holds a path, be it a topic, a library or a tool.
  public Optional<Path> moduleOf(Path path) {
    Path modules = root.resolve("modules");
    if (!path.startsWith(modules) || path.getNameCount() < modules.getNameCount() + 2) {
      return Optional.empty();
    }
    Path below = modules.relativize(path);
    return Optional.of(modules.resolve(below.subpath(0, 2)));
  }

  /// A sentence that suggests the name nearest to the one that was typed.
  public static String nearest(String typed, List<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(name -> EditDistance.between(typed, name)))
        .map("Did you mean '%s'?"::formatted)
        .orElse("There is none yet.");
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
