package workbook.isolationlevels.run;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Step;

/// The statements of a specification's setups that fill its tables, where all the others create
/// them, and nothing else changes more than rows. Then a runner keeps the tables: it empties and
/// fills them between two runs, which is cheaper than to drop and to create them.
final class Filling {

  private static final Pattern DROP = Pattern.compile("(?is)DROP\\s+TABLE\\b.*");

  /// Not filled at once, and without what emptying does not bring back.
  private static final Pattern CREATE =
      Pattern.compile(
          "(?is)CREATE\\s+TABLE\\s+(IF\\s+NOT\\s+EXISTS\\s+)?[\"`]?\\w+[\"`]?\\s*\\("
              + "(?!.*\\b(SELECT|VALUES|TABLE|EXECUTE|REFERENCES|FOREIGN|PARTITION|INHERITS|LIKE|NEXTVAL|NEXT|VERSIONING)\\b)"
              + "(?!.*\\bAUTO_INCREMENT\\s*=?\\s*\\d).*");

  private static final Pattern INDEX = Pattern.compile("(?is)CREATE\\s+(UNIQUE\\s+)?INDEX\\b.*");

  private static final Pattern INSERT = Pattern.compile("(?is)INSERT\\s+INTO\\b.*");

  /// `INTO` behind anything else makes a table of what is selected, or a file.
  private static final Pattern OF_ROWS =
      Pattern.compile(
          "(?is)(INSERT(\\s+INTO)?|SELECT|UPDATE|DELETE|BEGIN|START\\s+TRANSACTION|COMMIT|END|ROLLBACK|ABORT"
              + "|SAVEPOINT|RELEASE|SET(?!\\s+STATEMENT\\b))\\b(?!.*\\bINTO\\b).*");

  private Filling() {}

  /// @return the statements to run, text by text; nothing if the tables are to be made anew
  static Optional<List<String>> of(Specification specification) {
    boolean kept =
        specification.texts().noneMatch(sql -> sql.contains("\\"))
            && specification.teardown().stream().allMatch(sql -> all(sql, DROP))
            && ofSessions(specification).allMatch(sql -> all(sql, OF_ROWS))
            && areInOrder(specification.setups());
    return kept
        ? Optional.of(
            specification.setups().stream()
                .map(Filling::inserts)
                .filter(sql -> !sql.isEmpty())
                .toList())
        : Optional.empty();
  }

  private static Stream<String> ofSessions(Specification specification) {
    return specification.sessions().stream()
        .flatMap(session ->
            Stream.concat(
                Stream.of(session.setup(), session.teardown()).flatMap(Optional::stream),
                session.steps().stream().map(Step::sql)));
  }

  /// Whether what is dropped is dropped first, and indexes are there before the first row is: one
  /// that is made on rows leaves statistics, which decide how rows are looked for.
  private static boolean areInOrder(List<String> setups) {
    String kinds =
        setups.stream()
            .map(Statements::of)
            .flatMap(List::stream)
            .map(Filling::kind)
            .collect(Collectors.joining());
    return kinds.matches("D*[TX]*[TI]*");
  }

  /// A letter for each kind: DROP, TABLE, INDEX, INSERT.
  private static String kind(String sql) {
    if (matches(DROP, sql)) {
      return "D";
    } else if (matches(CREATE, sql)) {
      return "T";
    } else if (matches(INDEX, sql)) {
      return "X";
    }
    return matches(INSERT, sql) ? "I" : "?";
  }

  /// In one text, as they were: PostgreSQL runs it in one transaction.
  private static String inserts(String setup) {
    return Statements.of(setup).stream()
        .filter(sql -> matches(INSERT, sql))
        .collect(Collectors.joining("; "));
  }

  private static boolean all(String text, Pattern pattern) {
    return Statements.of(text).stream().allMatch(sql -> matches(pattern, sql));
  }

  private static boolean matches(Pattern pattern, String sql) {
    return pattern.matcher(sql).matches();
  }
}
