package workbook.raceconditions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetProvider;
import workbook.raceconditions.Watched.Watcher;

/// What several sessions told the database, in the order in which they did, with what came of it.
final class Transcript {

  private static final int WIDTH = 80;

  private final List<String> lines = new ArrayList<>();

  /// What writes down the statements of one session.
  ///
  /// @param name stands before each of its lines
  Watcher of(String name) {
    return new Watcher() {
      private int statement;

      @Override
      public void before(String sql) {
        statement = add(name + sql);
      }

      @Override
      public Object after(String sql, Object result) throws SQLException {
        switch (result) {
          case ResultSet rows -> {
            CachedRowSet copy = RowSetProvider.newFactory().createCachedRowSet();
            copy.populate(rows);
            addResult(name, statement, firstRow(copy));
            return copy;
          }
          case Integer count -> addResult(name, statement, count == 1 ? "1 row" : count + " rows");
          case null, default -> {}
        }
        return result;
      }

      @Override
      public void failed(String sql, SQLException reason) {
        addResult(name, statement, "error " + reason.getSQLState());
      }
    };
  }

  /// @return the number of the line
  synchronized int add(String line) {
    lines.add(line);
    return lines.size() - 1;
  }

  /// Behind its statement, if that is the last line and has room.
  private synchronized void addResult(String name, int statement, String result) {
    String line = lines.get(statement) + " -> " + result;
    if (statement == lines.size() - 1 && line.length() <= WIDTH) {
      lines.set(statement, line);
    } else {
      add(name + " ".repeat(4) + "-> " + result);
    }
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  private static String firstRow(CachedRowSet rows) throws SQLException {
    if (!rows.next()) {
      return "no row";
    }
    StringJoiner row = new StringJoiner(", ");
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      row.add(
          rows.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT) + " " + rows.getString(i));
    }
    rows.beforeFirst();
    return row.toString();
  }
}
