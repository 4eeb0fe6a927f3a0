package workbook.command.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import workbook.answers.UserError;

/// Tells of files that are saved below some folders, as the operating system reports it.
///
/// One save is several events: an editor may empty the file and write it in parts, or write another
/// and rename it. So folders are watched, not files, and events that follow each other closely are
/// told as one. What is told is a source or a resource that exists, is not empty, and was written
/// since it was told last; and one that was there, and is gone.
///
/// A folder that is a symbolic link is watched as the folder that it leads to. Of a file that is
/// one, the folder is watched in which the file really is.
final class Saves implements AutoCloseable {

  /// A save is over when nothing has happened for this long.
  private static final long QUIET_MILLIS = 15;

  private record Version(FileTime written, long size, Object key) {}

  private final WatchService service;
  private final Map<WatchKey, Set<Path>> folders = new HashMap<>();

  /// Files that are symbolic links, by what they lead to.
  private final Map<Path, Set<Path>> links = new HashMap<>();

  /// The folders that these are in.
  private final Map<WatchKey, Path> targets = new HashMap<>();

  private final Set<Path> present = new HashSet<>();
  private final Map<Path, Version> told = new HashMap<>();
  private final Consumer<Set<Path>> saved;
  private final Consumer<Exception> failed;

  /// Begins to watch.
  ///
  /// @param failed what is told, once, if it cannot go on
  /// @throws UserError if the system watches no more folders
  Saves(List<Path> below, Consumer<Set<Path>> saved, Consumer<Exception> failed) {
    this.saved = saved;
    this.failed = failed;
    try {
      this.service = FileSystems.getDefault().newWatchService();
      for (Path folder : below) {
        watch(folder);
      }
    } catch (IOException e) {
      throw new UserError(
          "the files cannot be watched (%s). ./workbook check tells the same, once"
              .formatted(e.getMessage()));
    }
    Thread.ofPlatform().daemon().name("saves").start(this::run);
  }

  private void watch(Path folder) throws IOException {
    try {
      // First watched, then listed: so a folder that is made meanwhile is seen one way or the
      // other.
      folders.computeIfAbsent(register(folder), _ -> new HashSet<>()).add(folder);
      for (Path inside : list(folder)) {
        if (Files.isDirectory(inside)) {
          if (!isRound(inside)) {
            watch(inside);
          }
        } else if (Files.isRegularFile(inside)) {
          present.add(inside);
          follow(inside);
        }
      }
    } catch (NoSuchFileException _) {
      // Gone meanwhile. If it comes again, the folder that it is in tells.
    }
  }

  private WatchKey register(Path folder) throws IOException {
    return folder.register(
        service,
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_MODIFY,
        StandardWatchEventKinds.ENTRY_DELETE);
  }

  /// Whether a folder is a link to one that it is in.
  private static boolean isRound(Path folder) throws IOException {
    if (!Files.isSymbolicLink(folder)) {
      return false;
    }
    Path real = folder.toRealPath();
    for (Path above = folder.getParent(); above != null; above = above.getParent()) {
      if (above.toRealPath().startsWith(real)) {
        return true;
      }
    }
    return false;
  }

  /// Watches what a file leads to, if it is a link.
  private void follow(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      Path target = file.toRealPath();
      links.computeIfAbsent(target, _ -> new HashSet<>()).add(file);
      targets.put(register(target.getParent()), target.getParent());
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.toList();
    }
  }

  private void run() {
    try {
      while (true) {
        Set<Path> changed = new TreeSet<>();
        WatchKey key = service.take();
        while (key != null) {
          take(key, changed);
          key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
        changed.removeIf(file -> !counts(file) || !isGone(file) && !isNews(file));
        if (!changed.isEmpty()) {
          saved.accept(changed);
        }
      }
    } catch (ClosedWatchServiceException | InterruptedException _) {
      // The watch is over.
    } catch (IOException | RuntimeException e) {
      failed.accept(e);
    }
  }

  private void take(WatchKey key, Set<Path> changed) throws IOException {
    List<Path> watched = List.copyOf(folders.getOrDefault(key, Set.of()));
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
        for (Path folder : watched) {
          changed.addAll(filesWithin(folder));
        }
        links.values().forEach(changed::addAll);
      } else {
        Path name = (Path) event.context();
        for (Path folder : watched) {
          take(folder.resolve(name), changed);
        }
        if (targets.containsKey(key)) {
          changed.addAll(links.getOrDefault(targets.get(key).resolve(name), Set.of()));
        }
      }
    }
    if (!key.reset()) {
      folders.remove(key);
      targets.remove(key);
    }
  }

  private void take(Path path, Set<Path> changed) throws IOException {
    if (Files.isDirectory(path)) {
      // What was saved in it before it was watched is told too.
      watch(path);
      changed.addAll(filesWithin(path));
    } else {
      if (Files.isRegularFile(path)) {
        follow(path);
      }
      changed.add(path);
    }
  }

  /// The files below a folder; none if it is gone meanwhile.
  private static List<Path> filesWithin(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  /// Editors put other files beside the one that is edited, while it is typed.
  private static boolean counts(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java")
        || file.toString().contains("resources") && !name.startsWith(".") && !name.endsWith("~");
  }

  private boolean isGone(Path file) {
    if (Files.exists(file)) {
      present.add(file);
      return false;
    }
    told.remove(file);
    return present.remove(file);
  }

  private boolean isNews(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      Version version =
          new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
      return attributes.isRegularFile()
          && attributes.size() > 0
          && !version.equals(told.put(file, version));
    } catch (NoSuchFileException _) {
      // A temporary file of an editor, gone again.
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
