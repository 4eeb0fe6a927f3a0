package workbook.answers.build;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import workbook.answers.UserError;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// The compiled examples of the modules. The command keeps its own, in `target/workbook`, so that
/// it never meets what a Maven build has half written; within such a build, its own are there.
public final class Classes {

  private final Tree tree;
  private final boolean mavens;
  private final Consumer<String> building;

  /// What is not built yet is built without a word.
  public Classes(Tree tree) {
    this(tree, _ -> {});
  }

  /// @param building is told the names of the modules each time that Maven is to build some
  public Classes(Tree tree, Consumer<String> building) {
    this(tree, false, building);
  }

  private Classes(Tree tree, boolean mavens, Consumer<String> building) {
    this.tree = tree;
    this.mavens = mavens;
    this.building = building;
  }

  /// The classes that a Maven build under way has compiled.
  public static Classes ofMaven(Tree tree) {
    return new Classes(tree, true, _ -> {});
  }

  /// What a module's examples run on: its own classes first.
  ///
  /// @throws UserError if the module was never built, or does not compile
  public List<Path> runtimeClassPath(Path module) {
    List<Path> entries = new ArrayList<>();
    entries.add(upToDate(module));
    entries.addAll(dependencies(module, "runtime"));
    return entries;
  }

  /// Builds those of some modules of which Maven has not written down yet, or not since a pom has
  /// changed, what they depend on.
  ///
  /// @throws UserError if they cannot be built
  public void build(List<Path> modules) {
    List<Path> missing = modules.stream().filter(module -> !isBuilt(module)).toList();
    if (!missing.isEmpty()) {
      Maven.build(tree, missing, building);
    }
  }

  /// Whether it is known what a module depends on.
  public boolean isBuilt(Path module) {
    Path file = dependenciesFile(module, "test");
    if (!Files.exists(file)) {
      return false;
    }
    Stream<Path> modules =
        Stream.concat(
            Stream.of(tree.root(), module.getParent(), module),
            entries(file).flatMap(entry -> tree.moduleOf(entry).stream()));
    return modules
        .distinct()
        .map(folder -> folder.resolve("pom.xml"))
        .filter(Files::exists)
        .noneMatch(pom -> changed(pom).compareTo(changed(file)) > 0);
  }

  private static Path dependenciesFile(Path module, String scope) {
    return module.resolve("target/class-path").resolve(scope);
  }

  private static Stream<Path> entries(Path file) {
    return Stream.of(read(file).split(File.pathSeparator))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .map(Path::of);
  }

  /// What a module's dependencies are, as the Maven build wrote them down. A module of this tree
  /// stands in it with its classes of now.
  ///
  /// @param scope `runtime` or `test`
  /// @throws UserError if the module is not built, and cannot be
  public List<Path> dependencies(Path module, String scope) {
    if (!mavens) {
      build(List.of(module));
    }
    return entries(dependenciesFile(module, scope))
        // Maven puts a module's own classes first.
        .filter(entry -> !entry.startsWith(module))
        .map(entry -> tree.moduleOf(entry).map(this::upToDate).orElse(entry))
        .toList();
  }

  /// The folder of a module's classes, compiled again if a source is newer.
  private Path upToDate(Path module) {
    if (mavens) {
      return module.resolve("target/classes");
    }
    // The file lock keeps other processes out, the monitor other threads of this one.
    synchronized (Classes.class) {
      return compileIfStale(module);
    }
  }

  private Path compileIfStale(Path module) {
    Path output = module.resolve("target/workbook");
    try {
      if (isStale(module, output)) {
        try (FileChannel channel = lock(output);
            FileLock _ = channel.lock()) {
          // Another process may have been faster.
          if (isStale(module, output)) {
            compileInto(output, module);
          }
        } catch (FileSystemException _) {
          // Nothing can be written, as in a checkout that is read-only.
          return mavensOwn(module);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return output.resolve("classes");
  }

  private static boolean isStale(Path module, Path output) throws IOException {
    Path stamp = output.resolve("stamp");
    return !Files.exists(stamp)
        || newest(module.resolve("src/main"))
            .filter(changed -> changed.compareTo(changed(stamp)) > 0)
            .isPresent();
  }

  private static FileChannel lock(Path output) throws IOException {
    Files.createDirectories(output);
    return FileChannel.open(
        output.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private void compileInto(Path output, Path module) throws IOException {
    Path classes = Files.createDirectories(output.resolve("classes"));
    Path sources = module.resolve("src/main");
    FileTime changed = newest(sources).orElse(FileTime.fromMillis(0));
    clear(classes);
    compile(module, classes);
    copy(sources.resolve("resources"), classes);
    // Last of all: until it is there, no other process takes the classes for whole.
    Path stamp = output.resolve("stamp");
    Files.writeString(stamp, "");
    Files.setLastModifiedTime(stamp, changed);
  }

  private Path mavensOwn(Path module) {
    Path classes = module.resolve("target/classes");
    if (!Files.isDirectory(classes)) {
      throw new UserError(
          "%s is not built yet, and cannot be: %s cannot be written to"
              .formatted(module.getFileName(), module));
    }
    return classes;
  }

  private void compile(Path module, Path classes) throws IOException {
    List<Path> files = Topic.javaFiles(module.resolve("src/main/java")).toList();
    Javac.Result result =
        Javac.compile(
            files, dependencies(module, "runtime"), List.of(), new Topic(module).modules());
    if (result.failed()) {
      throw new UserError(
          "%s does not compile:\n%s".formatted(tree.root().relativize(module), result.report()));
    }
    for (Map.Entry<String, byte[]> entry : result.classes().entrySet()) {
      Path file = classes.resolve(entry.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }
  }

  /// The latest change to a folder's files, or to which files it has.
  private static Optional<FileTime> newest(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    FileTime newest = FileTime.fromMillis(0);
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        FileTime changed = Files.getLastModifiedTime(path);
        newest = changed.compareTo(newest) > 0 ? changed : newest;
      }
    }
    return Optional.of(newest);
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        Files.createDirectories(target.getParent());
        Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
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
}
