package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.topictest.Printed;

@DisplayName("With --url nothing of the user's is touched, whatever a form does")
class UntouchedTest {

  private static final String PASSWORD = "s3cret";
  private static final List<String> TABLES = List.of("account", "ledger", "request");

  static List<Engine> engines() {
    return Engines.requested();
  }

  /// Every write to one of the user's tables would fire a trigger, which notes it.
  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("by all of them, in both examples")
  void untouched(Engine engine) throws SQLException {
    User user = User.on(engine);
    try (user.connection) {
      user.fill();
      List<String> before = user.everything();
      // In two places the rows of four tables and three triggers; constraints and tables.
      assertThat(before).hasSize(2 * 4 + 2 * 3 + 1);
      for (Form form : Form.values()) {
        Printed duel = Printed.by(new TwoWithdrawals(), user.arguments(form.label()));
        assertThat(duel.status()).as("%s", duel).isZero();
        Printed attack =
            Printed.by(
                new RaceConditions(),
                user.arguments("--threads", "2", "--rounds", "1", "--form", form.label()));
        assertThat(attack.status()).as("%s", attack).isZero();
        assertThat(user.everything()).as(form.label()).isEqualTo(before);
      }
      System.out.printf(
          "%s: %d forms run twice, %d tables guarded, 0 differences%n",
          engine.title(), Form.values().length, 2 * TABLES.size());
    }
  }

  /// Somebody with tables of the forms' names in the two places where an unqualified name of theirs
  /// leads.
  private record User(Engine engine, Connection connection, String url, List<String> places) {

    static User on(Engine engine) throws SQLException {
      if (engine.embedded()) {
        String url = "jdbc:h2:mem:guarded;DB_CLOSE_DELAY=-1";
        Connection connection = DriverManager.getConnection(url, "guarded", PASSWORD);
        execute(connection, "DROP ALL OBJECTS", "CREATE SCHEMA elsewhere");
        return new User(
            engine,
            connection,
            url + ";SCHEMA_SEARCH_PATH=PUBLIC,ELSEWHERE",
            List.of("public", "elsewhere"));
      }
      try (Connection server = Engines.shared(engine).connect()) {
        String url =
            server.getMetaData().getURL().replaceFirst("/[^/?]*(\\?.*)?$", "/guarded_bank");
        boolean postgresql = engine.name().equals("postgresql");
        if (postgresql) {
          execute(
              server,
              "DROP DATABASE IF EXISTS guarded_bank WITH (FORCE)",
              "DROP ROLE IF EXISTS banker",
              "CREATE ROLE banker LOGIN SUPERUSER PASSWORD '" + PASSWORD + "'",
              "CREATE DATABASE guarded_bank",
              "ALTER ROLE banker SET search_path = public, elsewhere");
        } else {
          execute(
              server,
              "DROP USER IF EXISTS banker",
              "CREATE USER banker IDENTIFIED BY '" + PASSWORD + "'",
              "GRANT ALL ON *.* TO banker",
              "DROP DATABASE IF EXISTS guarded_bank",
              "DROP DATABASE IF EXISTS elsewhere",
              "CREATE DATABASE guarded_bank",
              "CREATE DATABASE elsewhere");
        }
        Connection connection = DriverManager.getConnection(url, "banker", PASSWORD);
        if (postgresql) {
          execute(connection, "CREATE SCHEMA elsewhere");
        }
        return new User(
            engine, connection, url, List.of(postgresql ? "public" : "guarded_bank", "elsewhere"));
      }
    }

    String[] arguments(String... own) {
      List<String> arguments = new ArrayList<>(List.of(own));
      String user = engine.embedded() ? "guarded" : "banker";
      arguments.addAll(List.of("--url", url, "--user", user, "--password", PASSWORD));
      return arguments.toArray(String[]::new);
    }

    void fill() throws SQLException {
      for (String place : places) {
        execute(
            connection,
            "CREATE TABLE %s.account (id INT PRIMARY KEY, balance INT, version INT)"
                .formatted(place),
            "CREATE TABLE %s.ledger (account INT, amount INT, CONSTRAINT owner FOREIGN KEY (account) REFERENCES %s.account (id))"
                .formatted(place, place),
            "CREATE TABLE %s.request (id BIGINT PRIMARY KEY)".formatted(place),
            "CREATE TABLE %s.written (what VARCHAR(20))".formatted(place),
            "INSERT INTO %s.account VALUES (1, 7, 3)".formatted(place),
            "INSERT INTO %s.ledger VALUES (1, 70)".formatted(place),
            "INSERT INTO %s.request VALUES (7)".formatted(place),
            "INSERT INTO %s.written VALUES ('nothing')".formatted(place));
        for (String table : TABLES) {
          watch(place, table);
        }
      }
    }

    private void watch(String place, String table) throws SQLException {
      String when = "CREATE TRIGGER %s AFTER %s ON %s.%s ";
      switch (engine.name()) {
        case "postgresql" ->
            execute(
                connection,
                "CREATE OR REPLACE FUNCTION %s.note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO %s.written VALUES ('written'); RETURN NULL; END $$"
                    .formatted(place, place),
                when.formatted("note", "INSERT OR UPDATE OR DELETE OR TRUNCATE", place, table)
                    + "EXECUTE FUNCTION %s.note()".formatted(place));
        case "h2" ->
            execute(
                connection,
                when.formatted(place + ".note_" + table, "INSERT, UPDATE, DELETE", place, table)
                    + "CALL '%s'".formatted(Noting.class.getName()));
        default ->
            execute(
                connection,
                when.formatted(place + ".note_" + table, "UPDATE", place, table)
                    + "FOR EACH ROW INSERT INTO %s.written VALUES ('written')".formatted(place));
      }
    }

    /// Rows, then triggers, then how many tables of the names there are.
    List<String> everything() throws SQLException {
      List<String> all = new ArrayList<>();
      for (String place : places) {
        for (String table : TABLES) {
          all.add(table + lines("SELECT * FROM %s.%s".formatted(place, table)));
        }
        all.add("written" + lines("SELECT * FROM %s.written".formatted(place)));
      }
      String in = "IN ('%s', '%s')".formatted(places.get(0), places.get(1));
      all.addAll(
          lines(
              "SELECT DISTINCT trigger_schema, trigger_name, event_object_table FROM information_schema.triggers WHERE lower(trigger_schema) "
                  + in));
      all.add(
          "constraints and tables"
              + lines(
                  "SELECT table_schema, table_name, constraint_type FROM information_schema.table_constraints WHERE lower(table_schema) "
                      + in)
              + lines(
                  "SELECT table_schema, table_name FROM information_schema.tables WHERE lower(table_schema) "
                      + in));
      return all;
    }

    private List<String> lines(String sql) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
          StringBuilder line = new StringBuilder();
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            line.append(' ').append(rows.getString(i));
          }
          lines.add(line.toString());
        }
        return lines.stream().sorted().toList();
      }
    }

    private static void execute(Connection connection, String... texts) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        for (String sql : texts) {
          statement.execute(sql);
        }
      }
    }
  }

  /// A trigger of H2 that notes a write.
  public static final class Noting implements org.h2.api.Trigger {

    private String place;

    @Override
    public void init(
        Connection connection,
        String schema,
        String trigger,
        String table,
        boolean before,
        int type) {
      place = schema;
    }

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("INSERT INTO %s.written VALUES ('written')".formatted(place));
      }
    }
  }
}
