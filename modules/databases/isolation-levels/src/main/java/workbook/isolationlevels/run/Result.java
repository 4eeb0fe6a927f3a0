package workbook.isolationlevels.run;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What came of a step.
///
/// @param tables what its queries answered
/// @param changed how many rows its other statements changed
/// @param error why its last statement failed, if it did
/// @param survived whether the program knows that error, and goes on
public record Result(
    List<Table> tables, int changed, Optional<SQLException> error, boolean survived) {

  public Result(List<Table> tables, int changed, Optional<SQLException> error) {
    this(tables, changed, error, false);
  }

  Result asSurvived() {
    return new Result(tables, changed, error, true);
  }

  /// Whether the program gives up its transaction.
  public boolean failed() {
    return error.isPresent() && !survived;
  }
}
