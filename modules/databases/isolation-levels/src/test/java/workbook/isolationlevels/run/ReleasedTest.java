package workbook.isolationlevels.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.isolationlevels.run.Event.Done;
import workbook.isolationlevels.spec.Parser;
import workbook.isolationlevels.spec.Specification;

@Tag("engines")
@DisplayName("A step that is released by the end of one that waited beside it")
class ReleasedTest {

  private static final int RUNS = 20;

  /// H2 wakes all that wait for a row, and any of them may take it. Where the slow one does, the
  /// quick one is still blocked when it is looked at.
  @Test
  @DisplayName("has ended before the next step is launched")
  void both() {
    Specification spec =
        Parser.parse(
            "my.spec",
            """
            setup { CREATE TABLE t (id INT PRIMARY KEY, v INT); INSERT INTO t VALUES (1, 10); }
            session s1
            step hold { BEGIN; UPDATE t SET v = 11; }
            step free { COMMIT; }
            session s2
            step quick { UPDATE t SET v = 12; }
            step afterQuick { SELECT 2 AS two; }
            session s3
            step slow { UPDATE t SET v = (SELECT COUNT(*) FROM SYSTEM_RANGE(1, 200000) WHERE MOD(X, 3) = 0); }
            step afterSlow { SELECT 3 AS three; }
            permutation hold quick slow free afterQuick afterSlow
            """,
            "h2");
    try (Runner runner =
        new Runner(
            Engines.shared(Engine.named("h2")).sandbox(), spec, Rules.PROGRAM, Runner.LIMIT)) {
      for (int i = 0; i < RUNS; i++) {
        List<String> done =
            runner.run(spec.permutations().getFirst()).events().stream()
                .filter(Done.class::isInstance)
                .map(event -> ((Done) event).step().name())
                .toList();
        assertThat(done).startsWith("hold", "free").endsWith("afterQuick", "afterSlow");
      }
    }
  }
}
