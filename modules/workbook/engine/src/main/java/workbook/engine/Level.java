package workbook.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// An isolation level, weakest first: the four of the SQL standard, and the one that H2 adds.
public enum Level {
  READ_UNCOMMITTED(1),
  READ_COMMITTED(2),
  REPEATABLE_READ(4),
  SNAPSHOT(6),
  SERIALIZABLE(8);

  private final int jdbc;

  Level(int jdbc) {
    this.jdbc = jdbc;
  }

  /// The constant that [java.sql.Connection#setTransactionIsolation] takes; 6 is H2's own.
  public int jdbc() {
    return jdbc;
  }

  /// As SQL writes it: `REPEATABLE READ`.
  public String sql() {
    return name().replace('_', ' ');
  }

  /// As it is typed: `repeatable-read`.
  public String option() {
    return name().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /// The level that was typed.
  ///
  /// @throws EngineException if there is none of that name
  public static Level of(String option) {
    return Arrays.stream(values())
        .filter(level -> level.option().equals(option))
        .findFirst()
        .orElseThrow(() ->
            new EngineException(
                "there is no level '%s'; there are %s"
                    .formatted(
                        option,
                        Arrays.stream(values())
                            .map(Level::option)
                            .collect(Collectors.joining(", ")))));
  }
}
