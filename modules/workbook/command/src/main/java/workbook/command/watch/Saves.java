package workbook.command.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
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
/// since it was told last.
final class Saves implements AutoCloseable {

  /// A save is over when nothing has happened for this long.
  private static final long QUIET_MILLIS = 15;

  private record Version(FileTime written, long size, Object key) {}

  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();
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
      WatchKey key =
          folder.register(
              service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      folders.put(key, folder);
      for (Path inside : list(folder)) {
        if (Files.isDirectory(inside, LinkOption.NOFOLLOW_LINKS)) {
          watch(inside);
        }
      }
    } catch (NoSuchFileException _) {
      // Gone meanwhile. If it comes again, the folder that it is in tells.
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
        changed.removeIf(file -> !counts(file) || !isNews(file));
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
    Path folder = folders.get(key);
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
        changed.addAll(filesWithin(folder));
      } else {
        Path path = folder.resolve((Path) event.context());
        if (Files.isDirectory(path)) {
          // What was saved in it before it was watched is told too.
          watch(path);
          changed.addAll(filesWithin(path));
        } else {
          changed.add(path);
        }
      }
    }
    if (!key.reset()) {
      folders.remove(key);
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
