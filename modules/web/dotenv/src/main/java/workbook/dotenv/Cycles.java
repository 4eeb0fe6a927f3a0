package workbook.dotenv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds what is defined by itself: `A=$B` and `B=$A`.
///
/// A depth-first search: whoever meets a name that it is still in the middle of has found a cycle.
final class Cycles {

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> done = new HashSet<>();
  private final List<String> path = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private Cycles() {}

  /// @param entries one for each name
  static List<Problem> in(List<Entry> entries) {
    Cycles cycles = new Cycles();
    entries.forEach(entry -> cycles.entries.put(entry.name(), entry));
    entries.forEach(entry -> cycles.visit(entry.name()));
    return cycles.problems;
  }

  private void visit(String name) {
    if (path.contains(name)) {
      report(path.subList(path.indexOf(name), path.size()));
    } else if (entries.containsKey(name) && done.add(name)) {
      path.add(name);
      Reference.namesIn(name, entries.get(name).value()).forEach(this::visit);
      path.removeLast();
    }
  }

  private void report(List<String> cycle) {
    Entry first = entries.get(cycle.getFirst());
    StringBuilder way = new StringBuilder(first.name());
    for (String name : cycle.subList(1, cycle.size())) {
      way.append(" -> ").append(name).append(" (").append(entries.get(name).place()).append(')');
    }
    way.append(" -> ").append(first.name());
    problems.add(
        new Problem(first.place(), "%s is defined by itself: %s".formatted(first.name(), way)));
  }
}
