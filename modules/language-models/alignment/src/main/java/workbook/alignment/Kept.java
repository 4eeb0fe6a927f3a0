package workbook.alignment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import workbook.lab.Refusal;
import workbook.lab.RunsFile;

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

  private final Map<Run, Standing> ends = new HashMap<>();

  /// Null if no file is named.
  private RunsFile lines;

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
    lines =
        RunsFile.open(
            "--keep", file, "PPO, 150 steps, seed 1: 1.15 0.37 0.78 0.01", LINE.asMatchPredicate());
    lines.lines().forEach(this::read);
  }

  private void read(String line) {
    Matcher parts = LINE.matcher(line);
    parts.matches();
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
    if (lines != null) {
      lines.add(line(run, end));
    }
  }

  /// [Double#toString] gives a number that is read back to the same bits.
  private static String line(Run run, Standing end) {
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
