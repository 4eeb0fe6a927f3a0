package workbook.answers.build;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import workbook.answers.UserError;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// The compiled examples of the modules. The command keeps its own, in `target/workbook`, so that
/// it never meets what a Maven build has half written; within such a build, its own are there.
public final class Classes {

  private final Tree tree;
  private final boolean mavens;

  public Classes(Tree tree) {
    this(tree, false);
  }

  private Classes(Tree tree, boolean mavens) {
    this.tree = tree;
    this.mavens = mavens;
  }

  /// The classes that a Maven build under way has compiled.
  public static Classes ofMaven(Tree tree) {
    return new Classes(tree, true);
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

  /// Whether the Maven build has said what a module needs.
  public boolean areKnownOf(Path module) {
    return Files.exists(dependenciesFile(module, "test"));
  }

  private static Path dependenciesFile(Path module, String scope) {
    return module.resolve("target/class-path").resolve(scope);
  }

  /// What a module's dependencies are, as the Maven build wrote them down. A module of this tree
  /// stands in it with its classes of now.
  ///
  /// @param scope `runtime` or `test`
  /// @throws UserError if the module was never built
  public List<Path> dependencies(Path module, String scope) {
    Path file = dependenciesFile(module, scope);
    if (!Files.exists(file)) {
      throw new UserError(
          "%s was not built yet: run 'mvn test-compile' first"
              .formatted(tree.root().relativize(module)));
    }
    return Stream.of(read(file).split(File.pathSeparator))
        .filter(entry -> !entry.isBlank())
        .map(Path::of)
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
    Path classes = output.resolve("classes");
    Path sources = module.resolve("src/main");
    try {
      Files.createDirectories(classes);
      try (FileChannel channel =
              FileChannel.open(
                  output.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        Path stamp = output.resolve("stamp");
        Optional<FileTime> changed = newest(sources);
        if (changed.isPresent()
            && (!Files.exists(stamp)
                || changed.get().compareTo(Files.getLastModifiedTime(stamp)) > 0)) {
          clear(classes);
          compile(module, classes);
          copy(sources.resolve("resources"), classes);
          Files.writeString(stamp, "");
          Files.setLastModifiedTime(stamp, changed.get());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
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

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
