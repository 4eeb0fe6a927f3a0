package workbook.isolationlevels.explore;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import workbook.engine.Engine;
import workbook.engine.Server;
import workbook.isolationlevels.run.Crew;
import workbook.isolationlevels.run.Rules;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.spec.Parser;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.verdict.Judge;

/// How many interleavings a second are explored at READ COMMITTED: three withdrawals from one
/// account, 1,680 interleavings. `one` is one runner that runs each of them, `crew` is what
/// `explore` and `ask` use. Servers are asked for by `-p engine=mysql,mariadb,postgresql`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 3, time = 10)
@Fork(1)
public class InterleavingsBenchmark {

  private static final int SIZE = 1680;

  private static final String SESSION =
      """
      session %1$s
      setup { BEGIN; }
      step %1$sr { SELECT balance FROM account WHERE id = 1; }
      step %1$sw { UPDATE account SET balance = balance - 30 WHERE id = 1; }
      step %1$sc { COMMIT; }
      """;

  private static final String ACCOUNT =
      "setup { CREATE TABLE account (id INT PRIMARY KEY, balance INT); INSERT INTO account VALUES (1, 100); }\n";

  @Param("h2")
  String engine;

  @Param({"one", "crew"})
  String runners;

  private Server server;
  private Specification specification;

  @Setup(Level.Trial)
  public void start() {
    server = Server.start(Engine.named(engine));
    String text =
        ACCOUNT + SESSION.formatted("a") + SESSION.formatted("b") + SESSION.formatted("c");
    specification = Parser.parse("withdrawals", text, engine);
  }

  @TearDown(Level.Trial)
  public void stop() {
    server.close();
  }

  /// @return how many were anomalous
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public int explore() {
    if (runners.equals("crew")) {
      try (Crew crew = Crew.on(server, specification, SIZE)) {
        crew.level(workbook.engine.Level.READ_COMMITTED);
        Optional<Likeness> likeness = Optional.of(new Likeness(specification, false));
        Judge judge = new Judge(crew, specification);
        return explored(
            Explorer.explore(crew, specification, Sample.ALL, likeness, judge, (_, _) -> {}));
      }
    }
    try (Runner runner = new Runner(server.sandbox(), specification, Rules.PROGRAM, Runner.LIMIT)) {
      runner.level(workbook.engine.Level.READ_COMMITTED);
      Judge judge = new Judge(runner, specification);
      return explored(
          Explorer.explore(
              runner, specification, Sample.ALL, Optional.empty(), judge, (_, _) -> {}));
    }
  }

  private static int explored(Explorer explorer) {
    if (explorer.total() != SIZE) {
      throw new IllegalStateException("explored " + explorer.total());
    }
    return explorer.anomalous().size();
  }
}
