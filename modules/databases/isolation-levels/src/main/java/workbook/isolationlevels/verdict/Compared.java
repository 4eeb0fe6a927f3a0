package workbook.isolationlevels.verdict;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.isolationlevels.run.State;

/// What two runs must have in common for one to explain the other.
///
/// @param leftOut columns that do not count, in lower case: `created`, or `orders.created` for one
///   table's
/// @param generated whether keys count that the server makes up; they differ from run to run
/// @param invariantAlone whether only the answer to the runner's query counts, and neither reads
///   nor tables
public record Compared(Set<String> leftOut, boolean generated, boolean invariantAlone) {

  /// All reads and tables, without keys that the server makes up.
  public static final Compared DEFAULT = new Compared(Set.of(), false, false);

  /// Which part of two outcomes differs, if one does: `table t`, `read of step s1r`.
  Optional<String> difference(Outcome one, Outcome other) {
    if (!Set.copyOf(one.committed()).equals(Set.copyOf(other.committed()))) {
      return Optional.of("what committed");
    }
    Map<String, Object> first = parts(one);
    Map<String, Object> second = parts(other);
    return Stream.concat(first.keySet().stream(), second.keySet().stream())
        .filter(part -> !first.containsKey(part) || !first.get(part).equals(second.get(part)))
        .findFirst();
  }

  private Map<String, Object> parts(Outcome outcome) {
    State end = outcome.run().end();
    Map<String, Object> parts = new TreeMap<>();
    if (invariantAlone) {
      parts.put("the answer to the invariant", end.invariant());
      return parts;
    }
    Set<String> ignored =
        Stream.concat(leftOut.stream(), generated ? Stream.empty() : end.generated().stream())
            .collect(Collectors.toSet());
    end.tables()
        .forEach((name, table) ->
            parts.put("table " + name, table.without(inTable(name, ignored)).sorted()));
    Set<String> anywhere =
        ignored.stream()
            .map(name -> name.substring(name.indexOf('.') + 1))
            .collect(Collectors.toSet());
    outcome.reads(anywhere).forEach((step, read) -> parts.put("read of step " + step, read));
    return parts;
  }

  private static Set<String> inTable(String table, Set<String> names) {
    return names.stream()
        .filter(name -> !name.contains(".") || name.startsWith(table + "."))
        .map(name -> name.substring(name.indexOf('.') + 1))
        .collect(Collectors.toSet());
  }
}
