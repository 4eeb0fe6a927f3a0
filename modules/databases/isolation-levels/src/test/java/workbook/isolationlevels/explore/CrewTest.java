package workbook.isolationlevels.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Engine;
import workbook.engine.EngineException;
import workbook.engine.Engines;
import workbook.engine.Level;
import workbook.engine.Server;
import workbook.isolationlevels.Specifications;
import workbook.isolationlevels.run.Crew;
import workbook.isolationlevels.run.PermutationRunner;
import workbook.isolationlevels.run.Rules;
import workbook.isolationlevels.run.Run;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.spec.Parser;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.verdict.Anomaly;
import workbook.isolationlevels.verdict.Judge;

/// The oracle is one runner that runs every interleaving, one after the other.
@Tag("engines")
@DisplayName("Several runners at the same time, which leave out what must come to the same")
class CrewTest {

  static Stream<Engine> engines() {
    return Engines.requested().stream();
  }

  private static Runner runner(Server server, Specification specification) {
    return new Runner(server.sandbox(), specification, Rules.PROGRAM, Runner.LIMIT);
  }

  /// What came of each interleaving: which transactions committed, and whether it is anomalous.
  private static List<String> verdicts(
      PermutationRunner runner, Specification spec, Level level, boolean all) {
    runner.level(level);
    List<String> verdicts = new ArrayList<>();
    Explorer.explore(
        runner,
        spec,
        Sample.ALL,
        all ? Optional.empty() : Optional.of(new Likeness(spec, runner.engine().readsLock(level))),
        new Judge(runner, spec),
        (permutation, verdict) ->
            verdicts.add(
                "%s: %s committed, %s"
                    .formatted(
                        PermutationText.of(permutation),
                        verdict.outcome().committed(),
                        verdict.anomalous() ? "anomalous" : "serializable")));
    return verdicts;
  }

  private static void assertSame(Engine engine, Specification spec) {
    Server server = Engines.shared(engine);
    try (Runner alone = runner(server, spec);
        Crew crew = new Crew(() -> runner(server, spec), 3)) {
      for (Level level : engine.levels()) {
        assertThat(verdicts(crew, spec, level, false))
            .as("%s at %s on %s", spec.name(), level, engine.title())
            .isEqualTo(verdicts(alone, spec, level, true));
      }
    }
  }

  /// The other specifications are below.
  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("give what one gives that runs all, in the same order")
  void same(Engine engine) {
    assertSame(engine, Specifications.ofTopic("read-skew", engine));
  }

  @ParameterizedTest
  @MethodSource("engines")
  @Tag("solutions")
  @DisplayName("give what one gives that runs all, whatever is run")
  void sameForAll(Engine engine) {
    Arrays.stream(Anomaly.values())
        .map(anomaly -> Specifications.ofTopic(anomaly.option(), engine))
        .filter(spec -> Interleavings.count(spec).intValueExact() <= 100)
        .forEach(spec -> assertSame(engine, spec));
  }

  /// Two sessions of three steps and a COMMIT or a ROLLBACK, 70 interleavings.
  private static Specification random(int seed, Engine engine) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    text.append("setup { CREATE TABLE t (id INT PRIMARY KEY, v INT);");
    text.append(" INSERT INTO t VALUES (1, 10), (2, 20); }\n");
    for (String session : List.of("a", "b")) {
      text.append("session %s setup { BEGIN; }\n".formatted(session));
      for (int i = 1; i <= 3; i++) {
        String step =
            switch (random.nextInt(7)) {
              case 0 -> "SELECT v FROM t WHERE id = %d";
              case 1 -> "SELECT count(*), sum(v) FROM t";
              case 2 -> "SELECT v FROM t WHERE id = %d FOR UPDATE";
              case 3 -> "UPDATE t SET v = v + 1 WHERE id = %d";
              case 4 -> "UPDATE t SET v = v * 2";
              case 5 -> "DELETE FROM t WHERE id = %d";
              default ->
                  "INSERT INTO t VALUES (%s%d, 30)".formatted(session.equals("a") ? 3 : 4, i);
            };
        text.append(
            "step %s%d { %s; }\n".formatted(session, i, step.formatted(1 + random.nextInt(2))));
      }
      String end = random.nextInt(5) == 0 ? "ROLLBACK" : "COMMIT";
      text.append("step %s4 { %s; }\n".formatted(session, end));
    }
    return Parser.parse("random" + seed, text.toString(), engine.name());
  }

  @ParameterizedTest
  @MethodSource("engines")
  @Tag("solutions")
  @DisplayName("give what one gives that runs all, for steps chosen at random")
  void sameForRandom(Engine engine) {
    for (int seed = 1; seed <= 5; seed++) {
      assertSame(engine, random(seed, engine));
    }
  }

  /// Whoever writes first goes on to its COMMIT; the other may begin to wait before any of its next
  /// three steps, or begin when it has ended: 2 · 4 orders of launches of 70 interleavings. Two
  /// runs may be under way before it is known what waits.
  @Test
  @DisplayName("run none of those that launch their steps as another that was run")
  void launches() {
    String session =
        """
        session %1$s setup { BEGIN; }
        step %1$sw { UPDATE t SET v = v + 1; }
        step %1$sx { UPDATE t SET v = v * 2; }
        step %1$sy { UPDATE t SET v = v - 3; }
        step %1$sc { COMMIT; }
        """;
    Specification spec =
        Parser.parse(
            "my",
            "setup { CREATE TABLE t (v INT); INSERT INTO t VALUES (1); }\n"
                + session.formatted("a")
                + session.formatted("b"),
            "h2");
    Set<Run> runs = Collections.newSetFromMap(new IdentityHashMap<>());
    try (Runner runner = runner(Engines.shared(Engine.named("h2")), spec)) {
      runner.level(Level.READ_COMMITTED);
      Explorer.explore(
          runner,
          spec,
          Sample.ALL,
          Optional.of(new Likeness(spec, false)),
          new Judge(runner, spec),
          (_, verdict) -> runs.add(verdict.outcome().run()));
    }
    assertThat(runs).hasSizeBetween(8, 20);
  }

  @Test
  @DisplayName("give the error of the first interleaving that has one, and leave nothing behind")
  void error() {
    Server server = Engines.shared(Engine.named("h2"));
    Specification spec =
        Parser.parse(
            "my",
            """
            setup { CREATE TABLE t (id INT PRIMARY KEY, v INT); }
            session s1 step a1 { SELECT 1; } step a2 { SELECT * FROM t; }
            session s2 step b1 { SELECT 2; } step b2 { SELECT nothing FROM t; }
            """,
            "h2");
    AtomicInteger opened = new AtomicInteger();
    assertThatThrownBy(
            () -> {
              try (Crew crew =
                  new Crew(
                      () -> {
                        opened.incrementAndGet();
                        return runner(server, spec);
                      },
                      3)) {
                Explorer.explore(crew, spec);
              }
            })
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("b2")
        .hasNoSuppressedExceptions();
    assertThat(opened.get()).isBetween(1, 3);
    assertThat(server.left()).isEmpty();
  }

  @Test
  @DisplayName("are as many as the server lets in")
  void fewer() {
    Engine engine = Engine.named("h2");
    Specification spec = Specifications.ofTopic("read-skew", engine);
    AtomicInteger opened = new AtomicInteger();
    try (Crew crew =
        new Crew(
            () -> {
              if (opened.incrementAndGet() > 2) {
                throw new EngineException("too many connections");
              }
              return runner(Engines.shared(engine), spec);
            },
            5)) {
      assertThat(Explorer.explore(crew, spec).total())
          .isEqualTo(Interleavings.count(spec).intValueExact());
    }
    assertThat(opened.get()).isGreaterThan(1);
  }

  @Test
  @DisplayName("say what one of them left behind that could not be opened")
  void left() {
    Engine engine = Engine.named("h2");
    Specification spec = Specifications.ofTopic("read-skew", engine);
    AtomicInteger opened = new AtomicInteger();
    Crew crew =
        new Crew(
            () -> {
              int number = opened.incrementAndGet();
              if (number > 1) {
                EngineException tooMany = new EngineException("too many connections");
                tooMany.addSuppressed(new EngineException("left behind: %d".formatted(number)));
                throw tooMany;
              }
              return runner(Engines.shared(engine), spec);
            },
            2);
    assertThat(Explorer.explore(crew, spec).total())
        .isEqualTo(Interleavings.count(spec).intValueExact());
    assertThatThrownBy(crew::close)
        .isInstanceOf(EngineException.class)
        .hasMessage("left behind: 2")
        .hasNoSuppressedExceptions();
    assertThat(opened.get()).isEqualTo(2);
  }

  @Test
  @DisplayName("run the least anomaly itself, if another stood for it")
  void least() {
    Engine engine = Engine.named("h2");
    // Only s2 can lose what the other wrote, so the least begins with its read; the one that stands
    // for it has the reads in the order of the sessions.
    Specification spec =
        Parser.parse(
            "my",
            """
            #! isolation-levels
            #! bind v = r2
            setup { CREATE TABLE t (id INT PRIMARY KEY, v INT); INSERT INTO t VALUES (1, 10), (2, 20); }
            teardown { DROP TABLE t; }
            session s1
            setup { BEGIN; }
            step r1 { SELECT v FROM t WHERE id = 2; }
            step w1 { UPDATE t SET v = v + 1 WHERE id = 1; }
            step c1 { COMMIT; }
            session s2
            setup { BEGIN; }
            step r2 { SELECT v FROM t WHERE id = 1; }
            step w2 { UPDATE t SET v = ${v} + 1 WHERE id = 1; }
            step c2 { COMMIT; }
            """,
            "h2");
    try (Crew crew = new Crew(() -> runner(Engines.shared(engine), spec), 2)) {
      Findings findings =
          Findings.at(
              Optional.of(Level.READ_COMMITTED), crew, spec, Sample.ALL, new Judge(crew, spec));
      Findings.Anomalous least = findings.least(Optional.empty()).orElseThrow();
      assertThat(PermutationText.of(least.permutation())).isEqualTo("r2 r1 w1 c1 w2 c2");
      assertThat(new Likeness(spec, false).first(least.permutation()))
          .isNotEqualTo(least.permutation());
      assertThat(least.verdict().outcome().run().permutation()).isEqualTo(least.permutation());
    }
  }
}
