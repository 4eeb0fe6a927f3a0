package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.h2.tools.Server;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.engine.Failure;
import workbook.isolationlevels.spec.Specification;

/// A user with tables in every place where an unqualified name could lead, on a server that runs.
abstract class UsersTables implements AutoCloseable {

  static final String PASSWORD = "s3cret";

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)\\b(?:FROM|INTO|UPDATE|JOIN|TABLE(?:\\s+IF(?:\\s+NOT)?\\s+EXISTS)?)\\s+(?:ONLY\\s+)?(\\w+)\\b(?![.(])");

  /// What else than tables a setup creates cannot be there twice.
  private static final Pattern GLOBAL =
      Pattern.compile(
          "(?i)CREATE\\s+(ROLE|SCHEMA|PUBLICATION|EXTENSION|SERVER|DATABASE)|public\\.|pg_create_|pg_replication|injection_point");

  final Engine engine;
  final Connection admin;

  UsersTables(Engine engine, Connection admin) {
    this.engine = engine;
    this.admin = admin;
  }

  static UsersTables on(Engine engine) throws SQLException {
    UsersTables users =
        switch (engine.name()) {
          case "postgresql" -> new OnPostgreSql(engine, Engines.shared(engine).connect());
          case "h2" -> new OnH2(engine);
          default -> new OnMySql(engine, Engines.shared(engine).connect());
        };
    // A test that failed or was given up may have left them; the next one counts its own.
    for (String sandbox : users.sandboxes()) {
      engine.drop(users.admin, sandbox);
    }
    return users;
  }

  /// The options with which the user runs an example here.
  abstract List<String> login();

  /// The same for another process.
  List<String> loginFromOutside() throws SQLException {
    return login();
  }

  /// The user's sessions, except this one.
  abstract SortedSet<String> sessions() throws SQLException;

  /// The places for tables that are of our kind.
  final SortedSet<String> sandboxes() throws SQLException {
    return lines(
        "SELECT lower(schema_name) FROM information_schema.schemata"
            + " WHERE lower(schema_name) LIKE 'workbook%'");
  }

  /// Where an unqualified name of this user leads, were there no sandbox.
  abstract List<String> places();

  /// Removes all that is in the places.
  abstract void clear() throws SQLException;

  /// Makes unqualified names of the administrator mean a place.
  abstract void enter(String place) throws SQLException;

  /// Makes every change of a table visible.
  abstract void watch(String place, String table) throws SQLException;

  /// All that is in the places: rows, forms, triggers, keys; and when they were written.
  abstract SortedSet<String> everything() throws SQLException;

  /// Fills every place. The first gets the tables that the setups themselves create, in their form
  /// and with their rows; the others a table for every name, with a trigger and a foreign key.
  ///
  /// @return how many tables
  int fill(Specification specification) throws SQLException {
    List<String> setups = specification.setups();
    Set<String> names = names(text(specification));
    int tables = 0;
    boolean first = true;
    clear();
    for (String place : places()) {
      enter(place);
      if (first && setups.stream().noneMatch(setup -> GLOBAL.matcher(setup).find())) {
        setUp(setups);
      }
      first = false;
      SortedSet<String> there = relations(place);
      for (String name : names) {
        if (there.add(name.toLowerCase(Locale.ROOT))) {
          execute("CREATE TABLE " + quoted(name) + " (id INT PRIMARY KEY, v INT)");
          execute("INSERT INTO " + quoted(name) + " VALUES (1, 10), (2, 20)");
        }
      }
      for (String table : tables(place)) {
        watch(place, table);
        tables++;
      }
      if (!place.equals(places().getFirst())) {
        execute(
            "CREATE TABLE keeps (id INT, CONSTRAINT kept FOREIGN KEY (id) REFERENCES test (id))");
        execute("INSERT INTO keeps VALUES (1)");
      }
    }
    return tables;
  }

  /// As far as this engine takes them.
  private void setUp(List<String> setups) {
    for (String setup : setups) {
      for (String statement : setup.contains("$$") ? List.of(setup) : List.of(setup.split(";"))) {
        try {
          execute(statement);
        } catch (SQLException e) {
          // It is for another engine; the tables get the other form.
          assertThat(engine.classify(e)).isNotEqualTo(Failure.CONNECTION_LOST);
        }
      }
    }
  }

  /// All its SQL.
  private static String text(Specification specification) {
    return specification
        .texts()
        .collect(Collectors.joining("\n"))
        .replaceAll("--[^\n]*|(?s:/\\*.*?\\*/)", " ");
  }

  private static Set<String> names(String text) {
    Set<String> names = new TreeSet<>(Set.of("test", "account"));
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      // A name of the catalog's own means the catalog, wherever else there is one.
      if (!name.group(1).toLowerCase(Locale.ROOT).startsWith("pg_")) {
        names.add(name.group(1));
      }
    }
    return names;
  }

  /// Quoted, since what looks like a name may be a keyword; as an unquoted name is written there.
  private String quoted(String name) throws SQLException {
    DatabaseMetaData names = admin.getMetaData();
    String folded =
        names.storesUpperCaseIdentifiers()
            ? name.toUpperCase(Locale.ROOT)
            : names.storesLowerCaseIdentifiers() ? name.toLowerCase(Locale.ROOT) : name;
    return names.getIdentifierQuoteString() + folded + names.getIdentifierQuoteString();
  }

  final SortedSet<String> tables(String place) throws SQLException {
    return lines(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = '%s'"
                .formatted(place)
            + " AND table_type IN ('TABLE', 'BASE TABLE')");
  }

  /// Tables, views, and what else a table cannot be called like.
  SortedSet<String> relations(String place) throws SQLException {
    return lines(
        "SELECT lower(table_name) FROM information_schema.tables WHERE table_schema = '%s'"
            .formatted(place));
  }

  final void execute(String sql) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The rows of a query, each in one line.
  final SortedSet<String> lines(String sql) throws SQLException {
    try (Statement statement = admin.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      SortedSet<String> lines = new TreeSet<>();
      while (rows.next()) {
        List<String> line = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          line.add(String.valueOf(rows.getString(i)));
        }
        lines.add(String.join(" | ", line));
      }
      return lines;
    }
  }

  @Override
  public void close() throws SQLException {
    admin.close();
  }

  /// Names lead to the role's own search path: a schema named in it, `public`, one named as the
  /// role.
  private static final class OnPostgreSql extends UsersTables {

    private static final String PLACES = "n.nspname IN ('public', 'guarded', 'elsewhere')";

    private static final String TABLES =
        "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE " + PLACES;

    private final String url;

    private OnPostgreSql(Engine engine, Connection server) throws SQLException {
      this(
          engine,
          server,
          server.getMetaData().getURL().replaceFirst("/[^/?]+(\\?.*)?$", "/guarded"));
    }

    private OnPostgreSql(Engine engine, Connection server, String url) throws SQLException {
      super(engine, create(server, url));
      this.url = url;
      execute("ALTER ROLE guarded SET search_path = public, elsewhere, \"$user\"");
      execute("ALTER DATABASE guarded SET search_path = elsewhere, public, \"$user\"");
    }

    private static Connection create(Connection server, String url) throws SQLException {
      try (server;
          Statement statement = server.createStatement()) {
        statement.execute("DROP DATABASE IF EXISTS guarded WITH (FORCE)");
        statement.execute("DROP ROLE IF EXISTS guarded");
        statement.execute("CREATE ROLE guarded LOGIN SUPERUSER PASSWORD '" + PASSWORD + "'");
        statement.execute("CREATE DATABASE guarded");
      }
      return DriverManager.getConnection(url, "guarded", PASSWORD);
    }

    @Override
    List<String> login() {
      return List.of("--url", url, "--user", "guarded", "--password", PASSWORD);
    }

    @Override
    SortedSet<String> sessions() throws SQLException {
      return lines(
          "SELECT pid FROM pg_stat_activity WHERE usename = 'guarded' AND pid <> pg_backend_pid()");
    }

    @Override
    List<String> places() {
      return List.of("public", "elsewhere", "guarded");
    }

    @Override
    void clear() throws SQLException {
      for (String place : places()) {
        execute("DROP SCHEMA IF EXISTS " + place + " CASCADE");
        execute("CREATE SCHEMA " + place);
      }
    }

    @Override
    void enter(String place) throws SQLException {
      execute("SET search_path = " + place);
      execute(
          "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$");
    }

    @Override
    void watch(String place, String table) throws SQLException {
      execute(
          "CREATE TRIGGER watched AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s.\"%s\" EXECUTE FUNCTION refuse()"
              .formatted(place, table));
    }

    @Override
    SortedSet<String> relations(String place) throws SQLException {
      return lines(
          "SELECT relname FROM pg_class WHERE relnamespace = '%s'::regnamespace".formatted(place));
    }

    @Override
    SortedSet<String> everything() throws SQLException {
      SortedSet<String> all = new TreeSet<>();
      for (String table :
          lines(
              "SELECT format('%I.%I', nspname, relname) "
                  + TABLES
                  + " AND relkind IN ('r', 'p', 'm') AND relispopulated")) {
        for (String row : lines("SELECT ctid, xmin, t::text FROM " + table + " t")) {
          all.add(table + " row " + row);
        }
      }
      all.addAll(
          lines(
              "SELECT nspname, relname, relkind, relfilenode, relowner, relacl, relpersistence "
                  + TABLES));
      all.addAll(
          lines(
              "SELECT nspname, relname, attname, atttypid, attnotnull, attacl "
                  + TABLES.replace("WHERE", "JOIN pg_attribute ON attrelid = c.oid WHERE")));
      all.addAll(
          lines(
              "SELECT nspname, relname, conname, pg_get_constraintdef(k.oid) "
                  + TABLES.replace("WHERE", "JOIN pg_constraint k ON conrelid = c.oid WHERE")));
      all.addAll(
          lines(
              "SELECT nspname, relname, tgname, pg_get_triggerdef(t.oid), tgenabled "
                  + TABLES.replace("WHERE", "JOIN pg_trigger t ON tgrelid = c.oid WHERE")));
      all.addAll(
          lines(
              "SELECT nspname, relname, pg_get_indexdef(indexrelid), indisvalid "
                  + TABLES.replace("WHERE", "JOIN pg_index ON indrelid = c.oid WHERE")));
      for (String kind : List.of("proc pro", "type typ", "operator opr", "collation coll")) {
        String table = kind.split(" ")[0];
        String column = kind.split(" ")[1];
        all.addAll(
            lines(
                "SELECT o.oid, nspname, %sname FROM pg_%s o JOIN pg_namespace n ON n.oid = %snamespace WHERE %s"
                    .formatted(column, table, column, PLACES)));
      }
      all.addAll(lines("SELECT oid, nspname, nspacl FROM pg_namespace n WHERE " + PLACES));
      all.addAll(lines("SELECT setdatabase, setrole, setconfig FROM pg_db_role_setting"));
      return all;
    }
  }

  /// Names lead to the database that the URL names.
  private static final class OnMySql extends UsersTables {

    private final String url;

    private OnMySql(Engine engine, Connection server) throws SQLException {
      super(engine, server);
      this.url = server.getMetaData().getURL().replaceFirst("/[^/?]*(\\?.*)?$", "/guarded");
      execute("DROP USER IF EXISTS guarded");
      execute("CREATE USER guarded IDENTIFIED BY '" + PASSWORD + "'");
      execute("GRANT ALL ON *.* TO guarded");
      clear();
    }

    @Override
    List<String> login() {
      return List.of("--url", url, "--user", "guarded", "--password", PASSWORD);
    }

    @Override
    SortedSet<String> sessions() throws SQLException {
      return lines("SELECT id FROM information_schema.processlist WHERE user = 'guarded'");
    }

    @Override
    List<String> places() {
      return List.of("guarded", "elsewhere");
    }

    @Override
    void clear() throws SQLException {
      for (String place : places()) {
        execute("DROP DATABASE IF EXISTS " + place);
        execute("CREATE DATABASE " + place);
      }
    }

    @Override
    void enter(String place) throws SQLException {
      execute("USE " + place);
    }

    @Override
    void watch(String place, String table) throws SQLException {
      execute(
          "CREATE TRIGGER %s.`watched_%s` AFTER UPDATE ON %s.`%s` FOR EACH ROW SET @written = 1"
              .formatted(place, table, place, table));
    }

    @Override
    SortedSet<String> everything() throws SQLException {
      SortedSet<String> all = new TreeSet<>();
      for (String place : places()) {
        for (String table : tables(place)) {
          String name = "`%s`.`%s`".formatted(place, table);
          for (String row : lines("SELECT * FROM " + name)) {
            all.add(name + " row " + row);
          }
          all.addAll(lines("SHOW CREATE TABLE " + name));
        }
      }
      String where = "_schema IN ('guarded', 'elsewhere')";
      all.addAll(
          lines(
              "SELECT table_schema, table_name, table_type, create_time FROM information_schema.tables WHERE table"
                  + where));
      all.addAll(
          lines(
              "SELECT trigger_schema, trigger_name, action_statement, created FROM information_schema.triggers WHERE trigger"
                  + where));
      all.addAll(
          lines(
              "SELECT routine_schema, routine_name, routine_definition FROM information_schema.routines WHERE routine"
                  + where));
      all.addAll(
          lines(
              // A specification may create a database of its own.
              "SELECT schema_name, default_collation_name FROM information_schema.schemata WHERE schema"
                  + where.replace("_schema", "_name")));
      return all;
    }
  }

  /// Names lead to the schema that the URL names, then along the search path that it names.
  private static final class OnH2 extends UsersTables {

    private static final String URL = "jdbc:h2:mem:guarded;DB_CLOSE_DELAY=-1";

    private Server tcp;

    private OnH2(Engine engine) throws SQLException {
      super(engine, DriverManager.getConnection(URL, "guarded", PASSWORD));
      clear();
    }

    @Override
    List<String> login() {
      return List.of(
          "--url",
          URL + ";SCHEMA=ELSEWHERE;SCHEMA_SEARCH_PATH=PUBLIC,ELSEWHERE",
          "--user",
          "guarded",
          "--password",
          PASSWORD);
    }

    @Override
    List<String> loginFromOutside() throws SQLException {
      if (tcp == null) {
        tcp = Server.createTcpServer("-tcpPort", "0").start();
      }
      return List.of(
          "--url",
          "jdbc:h2:tcp://localhost:" + tcp.getPort() + "/mem:guarded",
          "--user",
          "guarded",
          "--password",
          PASSWORD);
    }

    @Override
    SortedSet<String> sessions() throws SQLException {
      return lines(
          "SELECT session_id FROM information_schema.sessions WHERE session_id <> SESSION_ID()");
    }

    @Override
    public void close() throws SQLException {
      if (tcp != null) {
        tcp.stop();
      }
      super.close();
    }

    @Override
    List<String> places() {
      return List.of("PUBLIC", "ELSEWHERE");
    }

    @Override
    void clear() throws SQLException {
      execute("SET SCHEMA PUBLIC");
      execute("DROP ALL OBJECTS");
      execute("CREATE SCHEMA ELSEWHERE");
    }

    @Override
    void enter(String place) throws SQLException {
      execute("SET SCHEMA " + place);
    }

    @Override
    void watch(String place, String table) throws SQLException {
      execute(
          "CREATE TRIGGER %s.\"watched_%s\" AFTER INSERT, UPDATE, DELETE ON %s.\"%s\" CALL '%s'"
              .formatted(place, table, place, table, Watching.class.getName()));
    }

    @Override
    SortedSet<String> everything() throws SQLException {
      // A role is in no schema, and a specification may create one.
      SortedSet<String> all = lines("SCRIPT SCHEMA PUBLIC, ELSEWHERE");
      all.removeIf(line -> line.startsWith("CREATE ROLE "));
      return all;
    }
  }

  /// A trigger of H2 that changes nothing.
  public static final class Watching implements org.h2.api.Trigger {

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) {}
  }
}
