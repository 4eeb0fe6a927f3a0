package workbook.isolationlevels.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.engine.EngineException;
import workbook.isolationlevels.run.Event.Done;
import workbook.isolationlevels.run.State;

/// What two runs must have in common for one to explain the other.
///
/// @param leftOut columns that do not count, in lower case: `created`, or `orders.created` for one
///   table's
/// @param generated whether keys count that the server makes up; they differ from run to run
/// @param invariantAlone whether only the answer to the runner's query counts, and neither reads
///   nor tables
public record Compared(Set<String> leftOut, boolean generated, boolean invariantAlone) {

  private static final Pattern WORD = Pattern.compile("\\w+");

  /// All reads and tables, without keys that the server makes up.
  public static final Compared DEFAULT = new Compared(Set.of(), false, false);

  /// An outcome, and what counts of it.
  ///
  /// @param parts by their names: `table t`, `read of step s1r`
  record Seen(Outcome outcome, Map<String, Object> parts) {

    /// Which part differs in another, if one does.
    Optional<String> difference(Seen other) {
      if (!Set.copyOf(outcome.committed()).equals(Set.copyOf(other.outcome.committed()))) {
        return Optional.of("what committed");
      }
      return Stream.concat(parts.keySet().stream(), other.parts.keySet().stream())
          .filter(
              part -> !parts.containsKey(part) || !parts.get(part).equals(other.parts.get(part)))
          .findFirst();
    }
  }

  Seen seen(Outcome outcome) {
    return new Seen(outcome, parts(outcome));
  }

  private Map<String, Object> parts(Outcome outcome) {
    Map<String, Object> parts = new TreeMap<>();
    if (invariantAlone) {
      parts.put("the answer to the invariant", outcome.run().end().invariant());
      return parts;
    }
    tables(outcome.run().end()).forEach((name, rows) -> parts.put("table " + name, rows));
    reads(outcome).forEach((step, read) -> parts.put("read of step " + step, read));
    return parts;
  }

  /// The rows of all tables, by name, without what does not count; in an order of their own.
  Map<String, List<List<String>>> tables(State end) {
    Map<String, List<List<String>>> tables = new TreeMap<>();
    end.tables()
        .forEach(
            (name, table) -> tables.put(name, table.without(inTable(name, ignored(end))).sorted()));
    return tables;
  }

  /// What the committed transactions have read, by step, without what does not count.
  Map<String, List<List<List<String>>>> reads(Outcome outcome) {
    return outcome.reads(step -> anywhere(step, outcome.run().end()));
  }

  /// What one step has read, without what does not count.
  ///
  /// @param end of the run in which it was asked
  List<List<List<String>>> read(Done done, State end) {
    return Outcome.read(done.result(), anywhere(done, end));
  }

  private Set<String> ignored(State end) {
    return Stream.concat(leftOut.stream(), generated ? Stream.empty() : end.generated().stream())
        .collect(Collectors.toSet());
  }

  /// In an answer it is not known which table a column is of: of those that the statement names; or
  /// of any, where it names none but a view.
  private Set<String> anywhere(Done read, State end) {
    Set<String> words =
        WORD.matcher(read.sql().toLowerCase(Locale.ROOT))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toSet());
    boolean named =
        end.tables().keySet().stream()
            .anyMatch(table -> words.contains(table.toLowerCase(Locale.ROOT)));
    return ignored(end).stream()
        .filter(name ->
            !named || !name.contains(".") || words.contains(name.substring(0, name.indexOf('.'))))
        .map(name -> name.substring(name.indexOf('.') + 1))
        .collect(Collectors.toSet());
  }

  /// @throws EngineException if a column that is left out is nowhere
  void check(Outcome outcome) {
    State end = outcome.run().end();
    for (String name : leftOut) {
      String column = name.substring(name.indexOf('.') + 1);
      boolean known =
          end.tables().entrySet().stream()
                  .filter(table -> isOf(table.getKey(), name))
                  .anyMatch(table ->
                      table.getValue().columns().stream().anyMatch(column::equalsIgnoreCase))
              || outcome
                  .run()
                  .done()
                  .flatMap(done -> done.result().tables().stream())
                  .anyMatch(table -> table.columns().stream().anyMatch(column::equalsIgnoreCase));
      if (!known) {
        throw new EngineException("--leave-out: no table has a column '%s'".formatted(name));
      }
    }
  }

  /// Whether a column's name may be of a table: it names that one, or none.
  private static boolean isOf(String table, String name) {
    return !name.contains(".") || name.startsWith(table.toLowerCase(Locale.ROOT) + ".");
  }

  private static Set<String> inTable(String table, Set<String> names) {
    return names.stream()
        .filter(name -> isOf(table, name))
        .map(name -> name.substring(name.indexOf('.') + 1))
        .collect(Collectors.toSet());
  }
}
