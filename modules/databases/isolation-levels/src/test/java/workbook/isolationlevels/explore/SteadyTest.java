package workbook.isolationlevels.explore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.engine.Engine;
import workbook.engine.EngineException;
import workbook.engine.Engines;
import workbook.engine.Level;
import workbook.isolationlevels.run.Rules;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.spec.Parser;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.verdict.Judge;

@DisplayName("What changes by itself while a specification is explored")
public class SteadyTest {

  private static final AtomicInteger ASKED = new AtomicInteger();

  /// Called by H2, once for each run, in place of a clock: from the third run on it is later.
  public static int now() {
    return ASKED.getAndIncrement() < 2 ? 10 : 20;
  }

  /// None of the three interleavings of twenty is serial: that they have nothing in common with the
  /// serial orders that were run before does not make them anomalous.
  @Test
  @DisplayName("makes no anomalies, but ends it without a verdict")
  void ticks() {
    ASKED.set(0);
    Specification spec =
        Parser.parse(
            "my",
            """
            setup { CREATE ALIAS now_is FOR '%s.now'; CREATE TABLE t (id INT PRIMARY KEY, v INT); INSERT INTO t VALUES (1, now_is()); }
            session a setup { BEGIN; } step ar { SELECT v FROM t; } step aw { UPDATE t SET v = v + 1; } step ac { COMMIT; }
            session b setup { BEGIN; } step br { SELECT v FROM t; } step bw { UPDATE t SET v = v + 1; } step bc { COMMIT; }
            """
                .formatted(SteadyTest.class.getName()),
            "h2");
    try (Runner runner =
        new Runner(
            Engines.shared(Engine.named("h2")).sandbox(), spec, Rules.PROGRAM, Runner.LIMIT)) {
      Sample sample = new Sample(OptionalInt.of(3), 2);
      Judge judge = new Judge(runner, spec);
      assertThatThrownBy(
              () -> Findings.at(Optional.of(Level.READ_COMMITTED), runner, spec, sample, judge))
          .isInstanceOf(EngineException.class)
          .hasMessageStartingWith("my: no verdict: the serial order a, b was run twice, and ");
    }
  }
}
