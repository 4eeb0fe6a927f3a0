package workbook.lab;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The results of finished runs, a line each, in a file: a table of many that was cut short goes on
/// from there. However it ends, the file has whole lines, and none is lost.
public final class RunsFile {

  private final Path path;
  private final List<String> lines;

  private RunsFile(Path path, List<String> lines) {
    this.path = path;
    this.lines = lines;
  }

  /// Reads what is there, and finds out whether it can be written: to be called before anything is
  /// run.
  ///
  /// @param option that names the file, as `--keep`
  /// @param example a line as it must be
  /// @param isOne whether a line is of these runs
  /// @throws Refusal if it cannot be read or written, or has another line; then it stays as it is
  public static RunsFile open(String option, String file, String example, Predicate<String> isOne) {
    Path path = OutputFile.of(option, file);
    List<String> lines = Files.exists(path) ? read(path) : List.of();
    for (String line : lines) {
      if (!isOne.test(line)) {
        throw new Refusal("%s wants lines as '%s', and has '%s'".formatted(file, example, line));
      }
    }
    RunsFile runs = new RunsFile(path, new ArrayList<>(lines));
    runs.write();
    return runs;
  }

  private static List<String> read(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (CharacterCodingException e) {
      throw new Refusal(path + " is not a text in UTF-8", e);
    } catch (IOException e) {
      throw new Refusal("%s cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }

  /// What is there, in the order in which it came.
  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /// @throws Refusal if it cannot be written
  public synchronized void add(String line) {
    lines.add(line);
    write();
  }

  /// All of it, into a file beside, which then takes its place: cut short, the old one stays whole.
  /// Each process has its own beside it.
  private void write() {
    Path written =
        path.resolveSibling(path.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.write(written, lines);
      Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Refusal("%s cannot be written: %s".formatted(path, e.getMessage()), e);
    }
  }
}
