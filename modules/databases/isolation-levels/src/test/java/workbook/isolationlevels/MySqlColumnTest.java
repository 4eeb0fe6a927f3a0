package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.engine.Engine;
import workbook.engine.Level;
import workbook.exercise.Exercise;
import workbook.isolationlevels.matrix.Declaration;
import workbook.isolationlevels.matrix.Matrix;
import workbook.isolationlevels.verdict.Anomaly;

/// Against the declared matrix, which `-Dengines=mysql` holds against a real server.
@Exercise(
    id = "isolation-levels/3",
    title = "Predict a column: MySQL at REPEATABLE READ",
    hints = {
      "Go through the specifications one by one. Where all that could go wrong is seen by SELECTs,"
          + " the snapshot prevents it.",
      "Where a transaction writes after another has committed: what does its UPDATE or DELETE find,"
          + " and what do its later SELECTs see of that?",
      "Eight of the eighteen occur. All three of G2 are among them, and lost update."
    })
@DisplayName("MySQL at REPEATABLE READ")
class MySqlColumnTest {

  @Test
  @DisplayName("is as predicted")
  void predicted() {
    Set<Anomaly> predicted = MySqlColumn.occur();
    Matrix mysql = Declaration.of(Engine.named("mysql")).matrix();
    List<Anomaly> wrong =
        Stream.of(Anomaly.values())
            .filter(anomaly -> occurs(mysql, anomaly) != predicted.contains(anomaly))
            .toList();

    assertThat(wrong)
        .withFailMessage(() ->
            "%d of 18 cells are predicted wrong. The first, %s, %s"
                .formatted(
                    wrong.size(),
                    wrong.getFirst().title(),
                    occurs(mysql, wrong.getFirst())
                        ? "occurs: look at what the UPDATE or DELETE finds"
                        : "is prevented: a SELECT reads the snapshot"))
        .isEmpty();
  }

  private static boolean occurs(Matrix matrix, Anomaly anomaly) {
    return matrix.cell(anomaly, Level.REPEATABLE_READ).orElseThrow().occurs();
  }
}
