package workbook.isolationlevels.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import workbook.engine.EngineException;
import workbook.engine.TableNames;

/// What the tables of a sandbox hold.
///
/// @param tables by name, in lower case unless only the case tells two of them apart
/// @param generated the columns, as `table.column`, whose values the server makes up
/// @param invariant what the query answered that is asked at the end of each run, if there is one
public record State(Map<String, Table> tables, Set<String> generated, Optional<Table> invariant) {

  static final State UNKNOWN = new State(Map.of(), Set.of(), Optional.empty());

  static State of(
      Connection control, List<String> names, GeneratedColumns columns, Optional<String> invariant)
      throws SQLException {
    String quote = control.getMetaData().getIdentifierQuoteString();
    Map<String, Table> tables = new TreeMap<>();
    Set<String> generated = new TreeSet<>();
    for (String name : names) {
      Table table = answer(control, "SELECT * FROM " + quote + name + quote);
      tables.put(TableNames.shown(name, names), table);
      generated.addAll(columns.of(control, name, table.columns()));
    }
    return new State(tables, generated, invariant.map(query -> invariant(control, query)));
  }

  private static Table invariant(Connection control, String query) {
    try {
      return answer(control, query);
    } catch (SQLException e) {
      throw new EngineException(
          "--invariant: '%s' failed: %s".formatted(query, ServerError.line(e)), e);
    }
  }

  private static Table answer(Connection control, String query) throws SQLException {
    try (Statement statement = control.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return Table.of(rows);
    }
  }
}
