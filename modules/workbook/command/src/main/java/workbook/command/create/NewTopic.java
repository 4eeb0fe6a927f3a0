package workbook.command.create;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.answers.UserError;
import workbook.answers.tree.Tree;

/// Makes a topic with every part in place.
///
/// @param newShelf whether its shelf may be a new one
public record NewTopic(Tree tree, TopicName name, boolean newShelf) {

  private static final String TOOLS = "workbook";

  /// Writes the topic's folder, its line in the shelf's `pom.xml` and its row in both tables of
  /// topics, and for a new shelf that pom and its line in the root's; all of it, or nothing.
  ///
  /// @throws UserError if there is such a topic, no such shelf, or no place to write to
  public void create() {
    refuseTakenName();
    refuseUnknownShelf();
    Map<Path, String> before = new LinkedHashMap<>();
    Map<Path, String> after = new LinkedHashMap<>();
    list("README.md", Listing.ROWS, row("README.md", "1 + 2 + … + n in one step"), before, after);
    list(
        "README.zh-CN.md",
        Listing.ROWS,
        row("README.zh-CN.md", "一步算出 1 + 2 + … + n"),
        before,
        after);
    Path folder = tree.root().resolve(name.folder());
    Map<Path, String> files = new LinkedHashMap<>();
    Template.files(name).forEach((file, text) -> files.put(folder.resolve(file), text));
    String shelf = name.shelfFolder();
    if (Files.isDirectory(tree.root().resolve(shelf))) {
      list(shelf + "/pom.xml", Listing.MODULES, module(name.topic()), before, after);
    } else {
      files.put(tree.root().resolve(shelf).resolve("pom.xml"), Template.shelf(name));
      list("pom.xml", Listing.MODULES, module(shelf), before, after);
    }
    // The module's line is the last of all: with it the topic begins to be there.
    files.putAll(after);
    new Writing(folder, before).write(files);
  }

  private static String module(String path) {
    return "<module>" + path + "</module>";
  }

  private void list(
      String file,
      Listing listing,
      String line,
      Map<Path, String> before,
      Map<Path, String> after) {
    Path path = tree.root().resolve(file);
    try {
      String text = Files.readString(path);
      before.put(path, text);
      after.put(path, listing.with(name.shelf(), line, file, text));
    } catch (IOException e) {
      throw new UserError("a new topic needs %s, which cannot be read".formatted(file));
    }
  }

  private String row(String page, String what) {
    return "| [%1$s](%2$s/%3$s) | %4$s | `./workbook run %1$s` | 3 |"
        .formatted(name.topic(), name.folder(), page, what);
  }

  /// Topics, libraries and tools share one space of names: each is a Maven module and a package.
  private void refuseTakenName() {
    for (Path shelf : children(tree.root().resolve("modules"))) {
      for (Path module : children(shelf)) {
        String taken = module.getFileName().toString();
        if (taken.replace("-", "").equals(name.joined())) {
          throw new UserError(
              "'%s' is taken: there is %s"
                  .formatted(name.topic(), slashes(tree.root().relativize(module))));
        }
      }
    }
    if (name.joined().equals(TOOLS) || name.joined().equals("command")) {
      throw new UserError("'%s' is taken by the workbook itself".formatted(name.topic()));
    }
    if (Template.uses(name.className())) {
      throw new UserError(
          "no new topic can be called '%s': what it begins as has a class %s of its own"
              .formatted(name.topic(), name.className()));
    }
  }

  private void refuseUnknownShelf() {
    if (name.shelf().equals(TOOLS)) {
      throw new UserError("modules/workbook holds the workbook's own tools and no topics");
    }
    List<String> shelves =
        children(tree.root().resolve("modules")).stream()
            .map(shelf -> shelf.getFileName().toString())
            .filter(shelf -> !shelf.equals(TOOLS))
            .toList();
    if (!newShelf && !shelves.contains(name.shelf())) {
      throw new UserError(
          "there is no shelf '%s'. There %s; --new-shelf makes another"
              .formatted(
                  name.shelf(),
                  shelves.isEmpty()
                      ? "is none yet"
                      : shelves.stream().collect(Collectors.joining(", ", "are ", ""))));
    }
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
