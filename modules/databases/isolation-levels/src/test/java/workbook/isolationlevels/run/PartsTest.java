package workbook.isolationlevels.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.isolationlevels.spec.Parser;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;

@DisplayName("A part of a specification")
class PartsTest {

  static List<Engine> engines() {
    return Engines.requested();
  }

  /// Without s1 the table of s2 holds what its key forbids.
  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("may fail where the whole does not, and what comes next is run as before")
  void fails(Engine engine) {
    Specification spec =
        Parser.parse(
            "my.spec",
            """
            setup { CREATE TABLE t (id INT PRIMARY KEY, v INT); }
            setup { INSERT INTO t VALUES (1, 10); }
            session s1
            step d { DELETE FROM t; }
            session s2
            setup { BEGIN; }
            step i { INSERT INTO t VALUES (1, 20); }
            step c { COMMIT; }
            """,
            engine.name());
    Permutation part = Permutation.of(spec.session("s2").steps());
    Permutation whole = Permutation.of(List.of(spec.step("d"), spec.step("i"), spec.step("c")));
    try (Runner runner =
        new Runner(Engines.shared(engine).sandbox(), spec, Rules.PROGRAM, Runner.LIMIT)) {
      Run run = runner.runPart(part);
      assertThat(run.done("i").orElseThrow().result().failed()).isTrue();
      assertThat(run.state().get("t")).containsExactly(List.of("1", "10"));
      assertThat(runner.run(whole).state().get("t")).containsExactly(List.of("1", "20"));
      assertThatThrownBy(() -> runner.run(part)).isInstanceOf(StepException.class);
    }
  }
}
