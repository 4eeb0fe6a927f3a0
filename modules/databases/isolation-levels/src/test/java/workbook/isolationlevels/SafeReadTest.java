package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import workbook.engine.Engine;
import workbook.engine.Level;
import workbook.engine.Server;
import workbook.exercise.Exercise;
import workbook.isolationlevels.explore.Interleavings;
import workbook.isolationlevels.run.Result;
import workbook.isolationlevels.run.Rules;
import workbook.isolationlevels.run.Run;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.run.Transactions;
import workbook.isolationlevels.spec.Parser;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Step;
import workbook.isolationlevels.verdict.Judge;
import workbook.isolationlevels.verdict.Outcome;

@Exercise(
    id = "isolation-levels/1",
    title = "Make an interleaving safe by changing one statement",
    hints = {
      "The second SELECT must not answer before the first transaction has ended. What makes a"
          + " statement wait?",
      "A write takes a lock that a second writer waits for. A read can ask for the same lock.",
      "SELECT v FROM test WHERE id = 1 FOR UPDATE"
    },
    chinese =
        @Exercise.Chinese(
            title = "只改一条语句，避免丢失更新",
            hints = {
              "第一个事务结束之前，第二条 SELECT 不能返回结果。什么会让一条语句等待？",
              "写操作会加锁，第二个写操作必须等待。读操作也可以申请同样的锁。",
              "SELECT v FROM test WHERE id = 1 FOR UPDATE"
            }))
@DisplayName("The lost update with another SELECT")
class SafeReadTest {

  private static final String SPEC =
      """
      #! isolation-levels
      #! bind r1 = t1r
      #! bind r2 = t2r
      setup { CREATE TABLE test (id INT PRIMARY KEY, v INT); }
      setup { INSERT INTO test VALUES (1, 10), (2, 20); }
      teardown { DROP TABLE test; }
      session t1
      setup { BEGIN; }
      step t1r { %1$s; }
      step t1w { UPDATE test SET v = ${r1} + 1 WHERE id = 1; }
      step t1c { COMMIT; }
      session t2
      setup { BEGIN; }
      step t2r { %1$s; }
      step t2w { UPDATE test SET v = ${r2} + 1 WHERE id = 1; }
      step t2c { COMMIT; }
      permutation t1r t1w t1c t2r t2w t2c
      permutation t1r t2r t1w t1c t2w t2c
      """;

  private Specification spec;
  private Server server;
  private Runner runner;

  @BeforeEach
  void open() {
    spec = Parser.parse("safe.spec", SPEC.formatted(SafeRead.select()), "h2");
    server = Server.start(Engine.named("h2"));
    runner = new Runner(server.sandbox(), spec, Rules.PROGRAM, Runner.LIMIT);
    runner.level(Level.READ_COMMITTED);
  }

  @AfterEach
  void close() {
    if (runner != null) {
      runner.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  @DisplayName("counts both, one after the other")
  void serial() {
    assertThat(new Transactions(spec).all())
        .withFailMessage(
            "t1 and t2 must stay one transaction each, and this makes %d of them",
            new Transactions(spec).all().size())
        .hasSize(2);
    Run serial =
        Refused.none("t1 and then t2, one after the other", runner, spec.permutations().getFirst());
    assertOneSelect(serial.done("t1r").orElseThrow().result());
    assertThat(left(serial))
        .withFailMessage(
            "t1 and then t2, one after the other, must leave row 1 at 12, and left it at %s",
            left(serial))
        .isEqualTo("12");
  }

  @Test
  @DisplayName("reads row 1, whatever the rows hold")
  void otherRows() {
    Specification others =
        Parser.parse(
            "safe.spec",
            SPEC.formatted(SafeRead.select()).replace("(1, 10), (2, 20)", "(1, 30), (2, 7)"),
            "h2");
    try (Runner another = new Runner(server.sandbox(), others, Rules.PROGRAM, Runner.LIMIT)) {
      another.level(Level.READ_COMMITTED);
      Run serial =
          Refused.none(
              "t1 and then t2, with row 1 at 30 and row 2 at 7,",
              another,
              others.permutations().getFirst());
      assertOneSelect(serial.done("t1r").orElseThrow().result());
      assertThat(left(serial))
          .withFailMessage(
              "with row 1 at 30 and row 2 at 7, t1 and then t2 must leave row 1 at 32, and left it at %s",
              left(serial))
          .isEqualTo("32");
    }
  }

  private static String left(Run run) {
    return String.valueOf(run.state().get("test").getFirst().get(1));
  }

  @Test
  @DisplayName("is not refused where both read before one writes")
  void bothRead() {
    Refused.none("both read before one writes", runner, spec.permutations().getLast());
  }

  /// What is wrong in one order already is not told again for each.
  @TestFactory
  @DisplayName("counts both in every interleaving")
  Stream<DynamicTest> interleavings() {
    serial();
    bothRead();
    Judge judge = new Judge(runner, spec);
    List<Permutation> all = new ArrayList<>();
    Interleavings.forEach(spec, all::add);
    return all.stream()
        .map(each -> DynamicTest.dynamicTest(names(each), () -> assertSafe(each, judge)));
  }

  private void assertSafe(Permutation permutation, Judge judge) {
    Outcome outcome = Outcome.of(runner.run(permutation), judge.transactions());
    assertThat(judge.judge(outcome).anomalous())
        .withFailMessage(
            "in %s row 1 is left at %s, and each adds 1 to 10: no serial order explains it",
            names(permutation), left(outcome.run()))
        .isFalse();
    assertThat(outcome.failure())
        .withFailMessage("in %s a transaction fails, and none may", names(permutation))
        .isEmpty();
  }

  private static void assertOneSelect(Result result) {
    assertThat(List.of(result.tables().size(), result.changed()))
        .withFailMessage(
            "one SELECT is asked for, and this answered %d queries and changed %d rows",
            result.tables().size(), result.changed())
        .isEqualTo(List.of(1, 0));
  }

  private static String names(Permutation permutation) {
    return permutation.steps().stream().map(Step::name).collect(Collectors.joining(" "));
  }
}
