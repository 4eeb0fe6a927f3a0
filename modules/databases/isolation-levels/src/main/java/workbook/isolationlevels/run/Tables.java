package workbook.isolationlevels.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workbook.engine.Sandbox;
import workbook.engine.TableNames;
import workbook.isolationlevels.spec.Specification;

/// The tables that the runs of a specification find. Where emptying brings back all of them, they
/// stay from the second run on; the first ends as the file says, since its teardown may fail.
final class Tables {

  private final Sandbox sandbox;
  private final Specification specification;
  private final Optional<List<String>> filling;
  private final GeneratedColumns generated = new GeneratedColumns();
  private int runs;
  private List<String> kept = List.of();

  Tables(Sandbox sandbox, Specification specification, Rules rules) {
    this.sandbox = sandbox;
    this.specification = specification;
    this.filling =
        rules == Rules.PROGRAM && sandbox.canEmpty() ? Filling.of(specification) : Optional.empty();
  }

  /// The statements that set up the next run.
  List<String> setups() throws SQLException {
    runs++;
    if (kept.isEmpty()) {
      return specification.setups();
    }
    List<String> statements = new ArrayList<>(sandbox.emptyings(kept));
    statements.addAll(filling.orElseThrow());
    return statements;
  }

  /// Whether no teardown is due behind this run.
  boolean stay() {
    return filling.isPresent() && runs > 1;
  }

  /// What is in them at the end of a run.
  State state(Optional<String> invariant) throws SQLException {
    List<String> names = kept.isEmpty() ? TableNames.of(sandbox.control()) : kept;
    if (stay()) {
      kept = names;
    }
    return State.of(sandbox.control(), names, generated, invariant);
  }
}
