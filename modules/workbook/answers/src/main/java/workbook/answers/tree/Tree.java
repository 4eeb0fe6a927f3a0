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

  /// The topics by shelf, in the order in which they are read: that of the modules in the root's
  /// pom and in those of the shelves. What no pom lists comes after, by name. A module with notes
  /// is a topic; one without is a library that topics share.
  public List<Topic> topics() {
    List<Path> listed = listed();
    return children(root.resolve("modules")).stream()
        .filter(shelf -> !shelf.getFileName().toString().equals(TOOLS))
        .sorted(Comparator.comparingInt(shelf -> place(shelf, listed)))
        .flatMap(shelf ->
            children(shelf).stream().sorted(Comparator.comparingInt(topic -> place(topic, listed))))
        .filter(folder -> Files.exists(folder.resolve("pom.xml")))
        .filter(folder -> Files.exists(folder.resolve("README.md")))
        .map(Topic::new)
        .toList();
  }

  /// The modules that the poms of the root and of the shelves list.
  private List<Path> listed() {
    Path modules = root.resolve("modules");
    return listedIn(root)
        .flatMap(folder ->
            folder.getParent().equals(modules)
                ? Stream.concat(Stream.of(folder), listedIn(folder))
                : Stream.of(folder))
        .toList();
  }

  private static Stream<Path> listedIn(Path folder) {
    return Files.exists(folder.resolve("pom.xml"))
        ? Pom.of(folder).modules().stream().map(module -> folder.resolve(module).normalize())
        : Stream.empty();
  }

  /// Where a folder, or the first one inside it, is listed.
  private static int place(Path folder, List<Path> listed) {
    for (int i = 0; i < listed.size(); i++) {
      if (listed.get(i).startsWith(folder)) {
        return i;
      }
    }
    return listed.size();
  }

  /// The shelves that hold a topic, in the order of the topics.
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
        .orElseThrow(() -> noTopic(name, topics));
  }

  private UserError noTopic(String name, List<Topic> topics) {
    if (shelves().contains(name)) {
      return new UserError(
          "'%s' is a shelf. Name a topic of it such as %s"
              .formatted(name, shelf(name).getFirst().name()));
    }
    return new UserError(
        "no topic is called '%s'. %s"
            .formatted(
                name,
                near(name, topics.stream().map(Topic::name).toList())
                    .map(Tree::meant)
                    .orElse("./workbook list shows those that there are")));
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

  /// A sentence that suggests the name nearest to the one that was typed, or says which there are.
  public static String nearest(String typed, List<String> names) {
    String all =
        switch (names.size()) {
          case 0 -> "There is none yet.";
          case 1 -> "There is " + names.getFirst();
          default -> "There are " + String.join(", ", names);
        };
    return near(typed, names).map(Tree::meant).orElse(all);
  }

  /// The name nearest to the one that was typed, if no more than a third of it is different.
  public static Optional<String> near(String typed, List<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(name -> EditDistance.between(typed, name)))
        .filter(name ->
            3 * EditDistance.between(typed, name) <= Math.max(typed.length(), name.length()));
  }

  private static String meant(String name) {
    return "Did you mean '%s'?".formatted(name);
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
