package workbook.isolationlevels.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import workbook.engine.EngineException;
import workbook.engine.Level;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Session;
import workbook.isolationlevels.spec.Specification.Step;

/// The isolation levels that a specification sets itself, as by `BEGIN ISOLATION LEVEL
/// SERIALIZABLE`. They hold in place of any that was set for the session before.
///
/// @param sessions what each session sets; nothing for one that leaves it open
public record OwnLevels(String specification, Map<String, Set<String>> sessions) {

  private static final Pattern SETS =
      Pattern.compile(
          "(?is)\\b(?:BEGIN|START|SET|COMMIT|ROLLBACK)\\b[^;]*?\\bISOLATION\\s++LEVEL\\s++"
              + "(READ\\s++(?:UN)?COMMITTED|REPEATABLE\\s++READ|SNAPSHOT|SERIALIZABLE)"
              + "|\\bSET\\b[^;]*?\\b(?:default_transaction|transaction|tx)_isolation\\W+(?:TO\\W+)?([\\w -]+)"
              + "|\\bset_config\\W+(?:default_)?transaction_isolation\\W+([\\w ]+)");

  public static OwnLevels of(Specification specification) {
    Map<String, Set<String>> sessions = new LinkedHashMap<>();
    for (Session session : specification.sessions()) {
      List<String> texts = new ArrayList<>(session.setup().stream().toList());
      session.steps().stream().map(Step::sql).forEach(texts::add);
      Set<String> levels = new LinkedHashSet<>();
      texts.forEach(text -> levels.addAll(setBy(text)));
      sessions.put(session.name(), levels);
    }
    return new OwnLevels(specification.name(), sessions);
  }

  /// The levels that a text of SQL sets.
  public static Set<String> setBy(String sql) {
    Set<String> levels = new LinkedHashSet<>();
    Matcher matcher = SETS.matcher(sql);
    while (matcher.find()) {
      for (int i = 1; i <= matcher.groupCount(); i++) {
        if (matcher.group(i) != null) {
          levels.add(matcher.group(i).strip().replaceAll("[\\s-]+", " ").toUpperCase(Locale.ROOT));
        }
      }
    }
    return levels;
  }

  /// Whether the specification leaves all levels open.
  public boolean isEmpty() {
    return sessions.values().stream().allMatch(Set::isEmpty);
  }

  /// Which levels are in force, session by session: `s1 SERIALIZABLE, s2 READ COMMITTED`.
  ///
  /// @param open the level of sessions that set none
  public String inForce(Level open) {
    return sessions.entrySet().stream()
        .map(each ->
            each.getKey()
                + " "
                + (each.getValue().isEmpty() ? open.sql() : String.join(" and ", each.getValue())))
        .collect(Collectors.joining(", "));
  }

  /// @throws EngineException if a level that is asked for would not be in force
  void refuse(Level asked) {
    if (!isEmpty()) {
      throw new EngineException(
          "%s sets levels of its own, and %s would not be in force: %s; leave out the level here or there"
              .formatted(specification, asked.sql(), this));
    }
  }

  /// Those that are set: `s1 SERIALIZABLE`.
  @Override
  public String toString() {
    return sessions.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .map(each -> each.getKey() + " " + String.join(" and ", each.getValue()))
        .collect(Collectors.joining(", "));
  }
}
