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

/// Checked against the declared matrix, which `-Dengines=mysql` checks against a real server.
@Exercise(
    id = "isolation-levels/3",
    title = "Predict a column: MySQL at REPEATABLE READ",
    hints = {
      "Go through the specifications one by one. Where all that could go wrong is seen by SELECTs,"
          + " the snapshot prevents it.",
      "Where a transaction writes after another has committed: what does its UPDATE or DELETE find,"
          + " and what do its later SELECTs see of that?",
      "Eight of the eighteen occur: PREDICATE_WRITE, LOST_UPDATE, READ_SKEW_WRITE,"
          + " PARTIAL_VISIBILITY and UPDATE_MEETS_PHANTOM, where a write follows a commit of the other;"
          + " and the three of G2, WRITE_SKEW, PREDICATE_WRITE_SKEW and READ_ONLY."
    },
    chinese =
        @Exercise.Chinese(
            title = "预测矩阵的一列：MySQL 的 REPEATABLE READ",
            hints = {
              "逐个查看测试脚本。如果异常只能通过 SELECT 看到，快照就能避免它。",
              "如果一个事务在另一个事务提交之后写入：它的 UPDATE 或 DELETE 会找到什么？它之后的 SELECT 又会看到什么？",
              "18 种异常中有 8 种会发生：PREDICATE_WRITE、LOST_UPDATE、READ_SKEW_WRITE、PARTIAL_VISIBILITY 和"
                  + " UPDATE_MEETS_PHANTOM，它们都是在对方提交之后写入；还有 G2 的三种：WRITE_SKEW、"
                  + "PREDICATE_WRITE_SKEW 和 READ_ONLY。"
            }))
@DisplayName("MySQL at REPEATABLE READ")
class MySqlColumnTest {

  @Test
  @DisplayName("is as predicted")
  void predicted() {
    Set<Anomaly> predicted = MySqlColumn.occur();
    assertThat(predicted).withFailMessage("a set is asked for, and null was given").isNotNull();
    Matrix mysql = Declaration.of(Engine.named("mysql")).matrix();
    List<Anomaly> wrong =
        Stream.of(Anomaly.values())
            .filter(anomaly -> occurs(mysql, anomaly) != predicted.contains(anomaly))
            .toList();

    assertThat(wrong)
        .withFailMessage(() ->
            "%d of 18 cells are predicted wrong. The first, %s, %s"
                .formatted(wrong.size(), wrong.getFirst().title(), why(mysql, wrong.getFirst())))
        .isEmpty();
  }

  private static String why(Matrix mysql, Anomaly anomaly) {
    return switch (anomaly) {
      case WRITE_SKEW, PREDICATE_WRITE_SKEW, READ_ONLY ->
          "occurs: each writes what the other has only read, and a SELECT locks nothing";
      case DIRTY_WRITE -> "is prevented: who writes second waits for the lock on the row";
      default ->
          occurs(mysql, anomaly)
              ? "occurs: look at what the UPDATE or DELETE finds"
              : "is prevented: a SELECT reads the snapshot";
    };
  }

  private static boolean occurs(Matrix matrix, Anomaly anomaly) {
    return matrix.cell(anomaly, Level.REPEATABLE_READ).orElseThrow().occurs();
  }
}
