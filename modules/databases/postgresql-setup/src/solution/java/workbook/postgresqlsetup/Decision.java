package workbook.postgresqlsetup;

import java.util.List;

/// The first rule that matches decides, whatever its method makes of it.
final class Decision {

  private Decision() {}

  record Rule(String database, String user, String method) {}

  static String method(List<Rule> rules, String user, String database) {
    for (Rule rule : rules) {
      boolean databaseMatches =
          switch (rule.database()) {
            case "all" -> true;
            case "sameuser" -> database.equals(user);
            case "replication" -> false;
            default -> rule.database().equals(database);
          };
      boolean userMatches = rule.user().equals("all") || rule.user().equals(user);
      if (databaseMatches && userMatches) {
        return rule.method();
      }
    }
    return "reject";
  }
}
