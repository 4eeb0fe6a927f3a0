package workbook.lab;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/// Whether the runs of a table are made again, into a file, which a run of this table that was cut
/// short goes on from.
public final class AgainOption {

  private static final String NAME = "--again";

  @Option(
      names = NAME,
      paramLabel = "FILE",
      description =
          "Train all again, some minutes, and keep each result in this file; what is there is not"
              + " trained again.")
  private String file;

  /// What was recorded; or, with the option, what is in the file once all runs that were not there
  /// have been made, or one of them was cut short.
  ///
  /// @param name of a run, with which its line begins
  /// @param run makes it; it gives nothing where it was cut short
  /// @throws Refusal if the file cannot be read or written, or is not one of this table
  public <K, T> List<T> results(
      RunsTable<T> table, List<K> runs, Function<K, String> name, Function<K, Optional<T>> run) {
    if (file == null) {
      return table.recorded();
    }
    RunsFile kept =
        RunsFile.open(
            NAME, file, table.lines().getFirst(), line -> table.read().apply(line).isPresent());
    // All of them before the first is made, which may take minutes.
    for (K one : runs) {
      if (lines(kept, name.apply(one)) > 1) {
        throw new Refusal("%s has two lines of '%s'".formatted(file, name.apply(one)));
      }
    }
    for (K one : runs) {
      if (lines(kept, name.apply(one)) == 0) {
        Optional<T> result = run.apply(one);
        if (result.isEmpty()) {
          break;
        }
        kept.add(table.line().apply(result.get()));
      }
    }
    return table.results(kept.lines());
  }

  private static long lines(RunsFile file, String name) {
    return file.lines().stream().filter(line -> line.startsWith(name + ",")).count();
  }

  public Optional<String> file() {
    return Optional.ofNullable(file);
  }
}
