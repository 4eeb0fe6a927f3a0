package workbook.dotenv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import workbook.lab.Refusal;

/// All variables, once the files are read, merged and expanded, and the shell has had its say.
final class Environment {

  private static final String SHELL = "the shell";

  private final Dialect dialect;
  private final String prefix;
  private final Map<String, String> shell;

  /// What the files say, in the order in which they are expanded: each name with what sets it, the
  /// strongest last.
  private final Map<String, List<Entry>> assigned = new LinkedHashMap<>();

  private Environment(Dialect dialect, String prefix, Map<String, String> shell) {
    this.dialect = dialect;
    this.prefix = prefix;
    this.shell = new TreeMap<>(shell);
  }

  /// @param sources the weakest first
  /// @param prefix of the names that go into the bundle
  /// @param shell what is set before any file is read
  /// @return the variables by name
  /// @throws Refusal if a line has to be mended, with one suppressed for each further line
  static Map<String, Variable> of(
      Dialect dialect, List<Source> sources, String prefix, Map<String, String> shell) {
    Environment environment = new Environment(dialect, prefix, shell);
    environment.read(sources);
    return environment.variables();
  }

  private void read(List<Source> sources) {
    List<Problem> problems = new ArrayList<>();
    for (Source source : sources) {
      Parsed parsed = dialect.parse(source.name(), source.text());
      problems.addAll(parsed.problems());
      List<Entry> entries = new ArrayList<>(parsed.entries());
      if (dialect != Dialect.DOTENV) {
        // Node keeps the names of a file sorted, so that is the order in which Vite expands them.
        entries.sort(java.util.Comparator.comparing(Entry::name));
      }
      for (Entry entry : entries) {
        assigned.computeIfAbsent(entry.name(), _ -> new ArrayList<>()).add(entry);
      }
    }
    if (dialect != Dialect.NODE && problems.isEmpty()) {
      problems.addAll(Cycles.in(unset()));
    }
    refuse(problems);
  }

  /// What the shell has not set: nothing else is expanded.
  private List<Entry> unset() {
    return assigned.values().stream()
        .map(List::getLast)
        .filter(entry -> shell.getOrDefault(entry.name(), "").isEmpty())
        .toList();
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      Refusal refusal = new Refusal(problems.getFirst().toString());
      problems.stream()
          .skip(1)
          .forEach(problem -> refusal.addSuppressed(new Refusal(problem.toString())));
      throw refusal;
    }
  }

  private Map<String, Variable> variables() {
    Map<String, String> literals = new LinkedHashMap<>();
    assigned.forEach((name, entries) -> literals.put(name, entries.getLast().value()));
    if (dialect == Dialect.VITE && !literals.getOrDefault("NODE_ENV", "").isEmpty()) {
      // Vite's own doing: a build learns from it that NODE_ENV was set in a file.
      shell.putIfAbsent("VITE_USER_NODE_ENV", literals.get("NODE_ENV"));
    }
    Map<String, String> expanded =
        switch (dialect) {
          case VITE -> Expansion.vite(literals, shell);
          case NODE -> literals;
          case DOTENV -> Expansion.dotenv(literals, populated(literals));
        };
    Set<String> names = new TreeSet<>(literals.keySet());
    if (dialect == Dialect.VITE) {
      shell.keySet().stream().filter(name -> name.startsWith(prefix)).forEach(names::add);
    }
    Function<String, String> value = name -> shell.getOrDefault(name, expanded.get(name));
    Map<String, Variable> variables = new TreeMap<>();
    for (String name : names) {
      variables.put(name, variable(name, value, literals));
    }
    return variables;
  }

  /// `config()` copies what the shell has not set into the environment before `expand` runs.
  private Map<String, String> populated(Map<String, String> literals) {
    Map<String, String> populated = new TreeMap<>(literals);
    populated.putAll(shell);
    return populated;
  }

  private Variable variable(
      String name, Function<String, String> value, Map<String, String> literals) {
    List<String> places = new ArrayList<>();
    for (Entry entry : assigned.getOrDefault(name, List.of()).reversed()) {
      places.add(entry.place().toString());
    }
    if (shell.containsKey(name)) {
      places.addFirst(SHELL);
    }
    boolean exposed = dialect == Dialect.VITE && name.startsWith(prefix);
    Set<String> carries = new TreeSet<>();
    if (exposed && !shell.containsKey(name)) {
      collect(name, literals, carries);
      carries.removeIf(other ->
          other.startsWith(prefix)
              || value.apply(other) == null
              || value.apply(other).isEmpty()
              || !value.apply(name).contains(value.apply(other)));
    }
    return new Variable(
        name,
        value.apply(name),
        places.getFirst(),
        List.copyOf(places.subList(1, places.size())),
        exposed,
        carries);
  }

  /// Adds every name that a value refers to, and those that their values refer to.
  private void collect(String name, Map<String, String> literals, Set<String> into) {
    for (String other : Reference.namesIn(name, literals.getOrDefault(name, ""))) {
      if (into.add(other)) {
        collect(other, literals, into);
      }
    }
  }
}
