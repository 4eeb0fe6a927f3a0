package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.engine.Engine;
import workbook.engine.Level;
import workbook.isolationlevels.matrix.Declaration;
import workbook.isolationlevels.matrix.Matrix;
import workbook.isolationlevels.verdict.Anomaly;

/// Against the declared matrix, which `-Dengines=mysql` holds against a real server.
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
