package workbook.isolationlevels.run;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What came of a step.
///
/// @param tables what its queries answered
/// @param changed how many rows its other statements changed
/// @param error why its last statement failed, if it did
public record Result(List<Table> tables, int changed, Optional<SQLException> error) {

  public boolean failed() {
    return error.isPresent();
  }
}
