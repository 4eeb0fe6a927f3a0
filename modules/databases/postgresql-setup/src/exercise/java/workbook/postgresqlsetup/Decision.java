package workbook.postgresqlsetup;

import java.util.List;
import workbook.exercise.Todo;

/// Which rule decides.
final class Decision {

  private Decision() {}

  /// A rule of `pg_hba.conf`, without its address.
  ///
  /// @param database a name, or `all`, `sameuser`, `replication`
  /// @param user a name, or `all`
  /// @param method as `trust`, `reject`, `scram-sha-256`
  record Rule(String database, String user, String method) {}

  /// The method that decides on a connection: that of the first rule whose database and user both
  /// match. `sameuser` matches the database that is called as the user is. `replication` matches no
  /// database, not even one of that name: it speaks of connections that ask for no database.
  ///
  /// @return `reject` if no rule matches
  static String method(List<Rule> rules, String user, String database) {
    return Todo.todo("postgresql-setup/1");
  }
}
