package workbook.alignment;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import workbook.lab.Refusal;

/// Where finished runs have ended, in a file if one is named: a table that was cut short goes on
/// from there.
final class Kept {

  private static final String NUMBER = "(-?[0-9]+[.][0-9]+(?:E-?[0-9]+)?)";
  private static final Pattern LINE =
      Pattern.compile(
          "(.+), ([0-9]{1,9}) steps, seed ([0-9]{1,9}): "
              + String.join(" ", NUMBER, NUMBER, NUMBER, NUMBER));

  @Option(
      names = "--keep",
      paramLabel = "FILE",
      description =
          "Keep the result of each finished run in this file; what is there is not run again.")
  private String file;

  private final Map<Run, Standing> ends = new LinkedHashMap<>();

  /// One run of a method.
  record Run(String method, int steps, int seed) {}

  /// Nothing is kept if no file is named.
  Kept() {}

  Kept(String file) {
    this.file = file;
  }

  /// Reads what is there. To be called before anything is run: it finds out whether the file can be
  /// written, too.
  ///
  /// @throws Refusal if it cannot, or has other lines
  void open() {
    if (file == null) {
      return;
    }
    Path path = Path.of(file);
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isWritable(folder) || Files.isDirectory(path)) {
      throw new Refusal(
          "--keep must name a file in a folder that can be written to, and was '%s'"
              .formatted(file));
    }
    if (Files.exists(path)) {
      try {
        Files.readAllLines(path).forEach(this::read);
      } catch (CharacterCodingException e) {
        throw new Refusal(file + " is not a text in UTF-8", e);
      } catch (IOException e) {
        throw new Refusal("%s cannot be read: %s".formatted(file, e.getMessage()), e);
      }
    }
    write();
  }

  private void read(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new Refusal(
          "%s wants lines as 'PPO, 150 steps, seed 1: 1.15 0.37 0.78 0.01', and has '%s'"
              .formatted(file, line));
    }
    ends.put(
        new Run(parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))),
        new Standing(number(parts, 4), number(parts, 5), number(parts, 6), number(parts, 7)));
  }

  private static double number(Matcher parts, int group) {
    return Double.parseDouble(parts.group(group));
  }

  synchronized boolean has(Run run) {
    return ends.containsKey(run);
  }

  /// The end of a run that is kept, or else of one that is done now.
  Standing of(Run run, Supplier<Standing> now) {
    if (has(run)) {
      return ends.get(run);
    }
    Standing end = now.get();
    add(run, end);
    return end;
  }

  private synchronized void add(Run run, Standing end) {
    ends.put(run, end);
    if (file != null) {
      write();
    }
  }

  /// All of it, into a file beside, which then takes its place: cut short, the old one stays whole.
  /// Each process has its own beside it.
  private void write() {
    List<String> lines = ends.entrySet().stream().map(Kept::line).toList();
    Path path = Path.of(file);
    Path written =
        path.resolveSibling(path.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.write(written, lines);
      Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Refusal("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  /// [Double#toString] gives a number that is read back to the same bits.
  private static String line(Map.Entry<Run, Standing> kept) {
    Run run = kept.getKey();
    Standing end = kept.getValue();
    return run.method()
        + ", "
        + run.steps()
        + " steps, seed "
        + run.seed()
        + ": "
        + List.of(end.reward(), end.divergence(), end.value(), end.toBest()).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(" "));
  }
}
