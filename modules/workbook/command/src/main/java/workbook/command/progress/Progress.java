package workbook.command.progress;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Tree;
import workbook.command.progress.ProgressText.Unreadable;

/// What the learner has done so far, in the file `.workbook/progress`.
///
/// Two terminals may use it at once: whoever changes it holds a lock from reading to writing. It is
/// replaced as a whole, so a reader, or a process that is killed, never leaves or meets half of it.
public final class Progress {

  private final Tree tree;
  private final Path folder;
  private final Path file;

  public Progress(Tree tree) {
    this.tree = tree;
    this.folder = tree.root().resolve(".workbook");
    this.file = folder.resolve("progress");
  }

  /// What is remembered, by exercise; what changed last comes last.
  public SequencedMap<String, Entry> read() {
    try {
      return readFile();
    } catch (Unreadable _) {
      return change(entries -> {});
    } catch (IOException e) {
      warn("%s could not be read (%s)".formatted(file, reason(e)));
      return new LinkedHashMap<>();
    }
  }

  /// What is remembered of one exercise.
  public Entry of(String id) {
    return read().getOrDefault(id, Entry.NONE);
  }

  /// Changes what is remembered of an exercise. Where nothing can be written, as on a disk that is
  /// read-only, it says so and goes on: no verdict hangs on it.
  ///
  /// @return what is remembered now
  Entry update(String id, UnaryOperator<Entry> change) {
    SequencedMap<String, Entry> changed =
        change(entries -> {
          Entry entry = change.apply(entries.getOrDefault(id, Entry.NONE));
          entries.remove(id);
          if (!entry.equals(Entry.NONE)) {
            entries.putLast(id, entry);
          }
        });
    return changed.getOrDefault(id, Entry.NONE);
  }

  /// Forgets all of an exercise.
  public void forget(String id) {
    if (!of(id).equals(Entry.NONE)) {
      update(id, _ -> Entry.NONE);
    }
  }

  /// Whether an exercise is solved as it stands, without running anything.
  public boolean isSolved(Exercise exercise) {
    return Standing.of(tree, exercise, of(exercise.id())) == Standing.SOLVED;
  }

  private interface Change {
    void to(SequencedMap<String, Entry> entries);
  }

  private SequencedMap<String, Entry> change(Change change) {
    // The file lock keeps other processes out, the monitor other threads of this one.
    synchronized (Progress.class) {
      SequencedMap<String, Entry> entries = null;
      try {
        Files.createDirectories(folder);
        try (FileChannel channel =
                FileChannel.open(
                    folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock _ = channel.lock()) {
          SequencedMap<String, Entry> before = readOrSetAside();
          String text = ProgressText.write(before);
          change.to(before);
          entries = before;
          if (!ProgressText.write(entries).equals(text)) {
            replace(ProgressText.write(entries));
          }
        }
      } catch (IOException e) {
        warn("progress could not be kept in %s (%s)".formatted(file, reason(e)));
      }
      return entries == null ? changed(change) : entries;
    }
  }

  private static SequencedMap<String, Entry> changed(Change change) {
    SequencedMap<String, Entry> entries = new LinkedHashMap<>();
    change.to(entries);
    return entries;
  }

  private SequencedMap<String, Entry> readFile() throws IOException, Unreadable {
    try {
      // Any bytes: what is no UTF-8 is no line of an exercise either.
      return ProgressText.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (NoSuchFileException _) {
      return new LinkedHashMap<>();
    }
  }

  private SequencedMap<String, Entry> readOrSetAside() throws IOException {
    try {
      return readFile();
    } catch (Unreadable e) {
      Path aside = folder.resolve("progress.unreadable");
      for (int i = 2; Files.exists(aside); i++) {
        aside = folder.resolve("progress.unreadable-" + i);
      }
      Files.move(file, aside);
      warn(
          "%s is no progress file: %s. It is kept as %s, and progress begins anew"
              .formatted(file, e.getMessage(), aside.getFileName()));
      return new LinkedHashMap<>();
    }
  }

  private void replace(String text) throws IOException {
    Path next = folder.resolve("progress.next");
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      // On the disk before it takes the old one's name, so that a power cut leaves one of the two.
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private static void warn(String message) {
    System.err.println("workbook: " + message + ".");
  }
}
