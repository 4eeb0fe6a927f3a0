package workbook.engine;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where on a server a sandbox is.
///
/// @param schema one that is there already and empty; else the sandbox creates one
/// @param searchedToo schemas of the user's in which names are looked for that the sandbox lacks
/// @param catalogWrites whether a statement may write to the system catalog
record Placing(Optional<String> schema, List<String> searchedToo, boolean catalogWrites) {

  static final Placing OWN = new Placing(Optional.empty(), List.of(), false);

  Placing {
    schema.ifPresent(name -> check("--schema", name));
    searchedToo.forEach(name -> check("--search-too", name));
  }

  private static void check(String option, String name) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw new EngineException(
          "%s: '%s' is not a name of letters, digits and _".formatted(option, name));
    }
  }

  /// Whether two sandboxes at the same time would meet.
  boolean isShared() {
    return schema.isPresent() || !searchedToo.isEmpty() || catalogWrites;
  }

  /// The options that say so, as they are typed behind others.
  String arguments() {
    return schema.map(name -> " --schema " + name).orElse("")
        + (searchedToo.isEmpty() ? "" : " --search-too " + String.join(",", searchedToo))
        + (catalogWrites ? " --catalog-writes" : "");
  }

  /// Where names are looked for.
  List<String> path(String place) {
    List<String> path = new ArrayList<>(List.of(place));
    path.addAll(searchedToo);
    return path;
  }

  /// The schema that was named, as the server writes it.
  ///
  /// @throws EngineException if it is not there, or not empty
  String existing(Server server) throws SQLException {
    Engine engine = server.engine();
    try (Connection connection = server.connect()) {
      DatabaseMetaData names = connection.getMetaData();
      String name =
          names.storesUpperCaseIdentifiers()
              ? schema.orElseThrow().toUpperCase(Locale.ROOT)
              : names.storesLowerCaseIdentifiers()
                  ? schema.orElseThrow().toLowerCase(Locale.ROOT)
                  : schema.orElseThrow();
      long there =
          Sql.number(
              connection,
              "SELECT count(*) FROM information_schema.schemata WHERE schema_name = '%s'"
                  .formatted(name));
      if (there == 0) {
        throw new EngineException(
            "--schema: there is no schema %s on %s".formatted(name, engine.title()));
      }
      List<String> contents = engine.removals(connection, name);
      if (!contents.isEmpty()) {
        throw new EngineException(
            "--schema: %s is not empty, and what is in it would be removed; it takes an empty one"
                .formatted(name));
      }
      return name;
    }
  }
}
