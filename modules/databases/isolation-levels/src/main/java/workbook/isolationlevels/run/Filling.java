package workbook.isolationlevels.run;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Session;
import workbook.isolationlevels.spec.Specification.Step;

/// The statements of a specification's setups that fill its tables, where all the others create
/// them, and nothing else changes more than rows. Then a runner keeps the tables: it empties and
/// fills them between two runs, which is cheaper than to drop and to create them.
final class Filling {

  /// Without what else a table may be made of, or lead to.
  private static final Pattern CREATE =
      Pattern.compile(
          "(?is)CREATE\\s+TABLE\\s+(IF\\s+NOT\\s+EXISTS\\s+)?[\"`]?\\w+[\"`]?\\s*\\("
              + "(?!.*\\b(SELECT|REFERENCES|FOREIGN|PARTITION|INHERITS|LIKE|NEXTVAL|NEXT)\\b).*"
              + "|CREATE\\s+(UNIQUE\\s+)?INDEX\\b.*");

  private static final Pattern DROP = Pattern.compile("(?is)DROP\\s+TABLE\\b.*");

  private static final Pattern FILL = Pattern.compile("(?is)INSERT\\s+INTO\\b.*");

  /// `INTO` behind anything else makes a table of what is selected, or a file.
  private static final Pattern OF_ROWS =
      Pattern.compile(
          "(?is)(SELECT|INSERT|UPDATE|DELETE|BEGIN|START\\s+TRANSACTION|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|SET)\\b"
              + "(?!.*(?<!\\b(INSERT|MERGE)\\s{1,9})\\bINTO\\b).*");

  private Filling() {}

  /// @return nothing if the tables are to be made anew for each run
  static Optional<List<String>> of(Specification specification) {
    Stream<String> run =
        specification.sessions().stream()
            .flatMap(session ->
                Stream.of(session.setup(), session.teardown()).flatMap(Optional::stream));
    Stream<String> steps =
        specification.sessions().stream().map(Session::steps).flatMap(List::stream).map(Step::sql);
    boolean kept =
        statements(specification.teardown().stream()).allMatch(sql -> matches(DROP, sql))
            && statements(Stream.concat(run, steps)).allMatch(sql -> matches(OF_ROWS, sql));
    List<String> setups = statements(specification.setups().stream()).toList();
    List<String> filling = setups.stream().filter(sql -> matches(FILL, sql)).toList();
    return kept && setups.stream().allMatch(Filling::isUsual)
        ? Optional.of(filling)
        : Optional.empty();
  }

  private static boolean isUsual(String sql) {
    return matches(FILL, sql) || matches(CREATE, sql) || matches(DROP, sql);
  }

  private static boolean matches(Pattern pattern, String sql) {
    return pattern.matcher(sql).matches();
  }

  private static Stream<String> statements(Stream<String> texts) {
    return texts.map(Statements::of).flatMap(List::stream);
  }
}
