package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.topictest.Printed;

/// Each ending is that of a process of its own, `isolation-levels/spec --url …`, on a server that
/// goes on running.
@DisplayName("However a run ends, nothing stays on the server, or one line names what does")
class EndingsTest {

  private static final String TABLE =
      "setup { CREATE TABLE t (id INT PRIMARY KEY, v INT); INSERT INTO t VALUES (1, 10); }\n";

  private static final String STUCK =
      TABLE
          + """
          session s1
          setup { BEGIN; }
          step s1u { UPDATE t SET v = 11 WHERE id = 1; }
          step s1c { COMMIT; }
          session s2
          step s2u { UPDATE t SET v = 12 WHERE id = 1; }
          step s2r { SELECT 1; }
          permutation s1u s2u s2r
          """;

  private static final String DONE =
      TABLE + "session s1 step s1u { UPDATE t SET v = 11 WHERE id = 1; }";

  private static final String FAILED =
      TABLE + "session s1 setup { NONSENSE; } step s1u { SELECT 1; }";

  /// PostgreSQL's transactions take up the statements that come later; the others keep to BEGIN.
  private static final String IN_A_TRANSACTION =
      "setup { BEGIN; }\n" + TABLE + "session s1 step s1u { SELECT 1; }";

  /// What a process has left on a server, and said.
  ///
  /// @param took from the blow to its end
  private record Ending(int status, String said, List<String> left, Duration took) {}

  /// A build that was started in the background ignores the SIGINT of Ctrl-C, with all that it
  /// starts; GNU's `env` undoes that.
  private static final List<String> HEARS_SIGINT = List.of("env", "--default-signal=INT");

  @TempDir private Path folder;

  /// A process for each ending takes time; without `-Dengines` one of them stands for all.
  static List<Engine> engines() {
    return System.getProperty("engines", "").isBlank() ? List.of() : Engines.requested();
  }

  @BeforeAll
  static void sayWhatIsLeftOut() {
    if (engines().isEmpty()) {
      System.out.println(
          "Of the ways in which a run can end one was tried, on H2:"
              + " -Dengines=h2,mysql,mariadb,postgresql tries all");
    }
  }

  @Test
  @Tag("solutions")
  @DisplayName("by a signal, on H2 while a step waits")
  void signalOnH2() throws Exception {
    try (UsersTables users = UsersTables.on(Engine.named("h2"))) {
      assertEndsBySignal(users, Moment.BLOCKED, "-INT", 1);
    }
  }

  @Test
  @Tag("solutions")
  @DisplayName("by the silence of its server, which H2 keeps in place of a paused one")
  void silenceOnH2() throws Exception {
    assertNoticesSilence(Engine.named("h2"), 3, Cable::to);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("engines")
  @DisplayName("done, failed, or with its own transaction open")
  void byItself(Engine engine) throws Exception {
    try (UsersTables users = UsersTables.on(engine)) {
      assertThat(ending(users, users.loginFromOutside(), DONE, _ -> {}))
          .satisfies(ending -> assertThat(ending.status()).as(ending.said()).isZero())
          .extracting(Ending::left)
          .isEqualTo(List.of());
      Ending failed = ending(users, users.loginFromOutside(), FAILED, _ -> {});
      assertThat(failed.status()).isEqualTo(2);
      assertThat(failed.said()).contains("setup of session s1 failed: ");
      assertThat(failed.left()).isEmpty();
      assertThat(ending(users, users.loginFromOutside(), IN_A_TRANSACTION, _ -> {}).left())
          .isEmpty();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("engines")
  @DisplayName("by a signal, at any moment, and by a second one while it cleans up")
  void signal(Engine engine) throws Exception {
    try (UsersTables users = UsersTables.on(engine)) {
      for (Moment moment : Moment.values()) {
        for (int signals = 1; signals <= 2; signals++) {
          assertEndsBySignal(users, moment, "-INT", signals);
        }
        assertEndsBySignal(users, moment, "-TERM", 1);
      }
    }
  }

  private void assertEndsBySignal(UsersTables users, Moment moment, String signal, int times)
      throws Exception {
    Ending ending =
        ending(
            users,
            users.loginFromOutside(),
            STUCK,
            process -> {
              moment.await(users, process);
              for (int i = 0; i < times; i++) {
                signal(signal, process);
              }
            });
    // 128 and the number of the signal: 2 for SIGINT, 15 for SIGTERM.
    String what = "%s, %d times %s".formatted(moment, times, signal);
    assertThat(ending.status()).as(what).isEqualTo(signal.equals("-INT") ? 130 : 143);
    // On a machine with much else to do the two seconds are over before the server has done it.
    for (String place : ending.left()) {
      assertThat(ending.said()).as(what).contains("left behind on ").containsIgnoringCase(place);
      cleanUp(users, users.login(), place);
    }
    assertThat(ending.took()).as(what).isLessThan(Duration.ofSeconds(2));
    assertThat(ending.said()).doesNotContain("\tat ", "was lost");
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("engines")
  @DisplayName("by the server, which ends its sessions")
  void ended(Engine engine) throws Exception {
    try (UsersTables users = UsersTables.on(engine)) {
      Ending all =
          ending(
              users,
              users.loginFromOutside(),
              STUCK,
              process -> {
                Moment.BLOCKED.await(users, process);
                for (String session : oldestFirst(users)) {
                  end(users, session);
                }
              });
      assertThat(all.status()).as(all.said()).isEqualTo(2);
      assertThat(all.said()).contains(" was lost while 'ends' ran: ");
      assertThat(all.left()).isEmpty();
      Ending one =
          ending(
              users,
              users.loginFromOutside(),
              STUCK.replace("s2u s2r", "s2u s2r s1c"),
              process -> {
                Moment.BLOCKED.await(users, process);
                List<String> sessions = oldestFirst(users);
                end(users, sessions.get(sessions.size() - 2));
              });
      // The holder of the lock. A step of it has failed, as a specification may intend.
      assertThat(one.status()).as(one.said()).isZero();
      assertThat(one.said())
          .contains("\nstep s2r: SELECT 1;\n")
          .containsPattern("step s1c: COMMIT;\n(ERROR|FATAL):  ");
      assertThat(one.left()).isEmpty();
    }
  }

  /// The first is the one that looks on, the last that of the last session.
  private static List<String> oldestFirst(UsersTables users) throws SQLException {
    return users.sessions().stream().sorted(Comparator.comparingLong(Long::parseLong)).toList();
  }

  private static void end(UsersTables users, String session)
      throws SQLException, InterruptedException {
    users.engine.end(users.admin, Long.parseLong(session));
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (users.sessions().contains(session) && System.nanoTime() < end) {
      Thread.sleep(10);
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("engines")
  @DisplayName("by the loss of its server: one line names what stays, and clean-up removes it")
  void cut(Engine engine) throws Exception {
    try (UsersTables users = UsersTables.on(engine)) {
      for (boolean signal : new boolean[] {false, true}) {
        List<String> login = users.loginFromOutside();
        try (Cable cable = Cable.to(login.get(1))) {
          List<String> through = new ArrayList<>(login);
          through.set(1, cable.url());
          Ending ending =
              ending(
                  users,
                  through,
                  STUCK,
                  process -> {
                    Moment.BLOCKED.await(users, process);
                    cable.cut();
                    if (signal) {
                      signal("-TERM", process);
                    }
                  });
          assertThat(ending.left()).as("%s %s", signal, ending).hasSize(1);
          String place = ending.left().getFirst();
          assertThat(ending.said().lines().filter(line -> line.contains("left behind on ")))
              .as(ending.said())
              .singleElement()
              .asString()
              .containsIgnoringCase(
                  ": " + place + "; ./workbook run isolation-levels/clean-up --url ")
              .doesNotContain(UsersTables.PASSWORD);
          cleanUp(users, login, place);
        }
      }
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("engines")
  @DisplayName("by the silence of its server, on the way to it")
  void silence(Engine engine) throws Exception {
    assertNoticesSilence(engine, 3, Cable::to);
  }

  static List<Engine> containers() {
    return engines().stream().filter(engine -> !engine.name().equals("h2")).toList();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("containers")
  @DisplayName("by docker pause of its server")
  void paused(Engine engine) throws Exception {
    assertNoticesSilence(engine, 10, Paused::new);
  }

  private interface Through {
    Line to(String url) throws IOException;
  }

  /// After the limit it takes 5 s to see that nobody is let in to clean up.
  private void assertNoticesSilence(Engine engine, int limit, Through through) throws Exception {
    try (UsersTables users = UsersTables.on(engine)) {
      for (boolean signal : new boolean[] {false, true}) {
        List<String> login = users.loginFromOutside();
        Line line = through.to(login.get(1));
        List<String> options = new ArrayList<>(login);
        options.set(1, line.url());
        options.addAll(List.of("--limit", String.valueOf(limit)));
        Ending ending =
            ending(
                users,
                options,
                STUCK,
                process -> {
                  Moment.BLOCKED.await(users, process);
                  line.freeze();
                  if (signal) {
                    signal("-INT", process);
                  }
                },
                line);
        assertThat(ending.took())
            .as("%s %s", signal, ending)
            .isLessThan(Duration.ofSeconds(signal ? 2 : limit + 7));
        assertThat(ending.status()).as(ending.said()).isEqualTo(signal ? 130 : 2);
        assertThat(ending.left()).hasSize(1);
        assertThat(ending.said())
            .contains("left behind on ", "no answer for ")
            .doesNotContain("\tat ");
        if (!signal) {
          assertThat(ending.said())
              .contains(" was lost while 'ends' ran: no answer for %d s\n".formatted(limit));
        }
        cleanUp(users, login, ending.left().getFirst());
      }
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("engines")
  @DisplayName("by SIGKILL, which nobody can answer: clean-up finds it")
  void killed(Engine engine) throws Exception {
    try (UsersTables users = UsersTables.on(engine)) {
      Ending ending =
          ending(
              users,
              users.loginFromOutside(),
              STUCK,
              process -> {
                Moment.BLOCKED.await(users, process);
                assertThat(Printed.by(new CleanUp(), array(users.login())).out())
                    .as("while it is used")
                    .startsWith("Nothing is left on ");
                signal("-KILL", process);
              });
      assertThat(ending.left()).hasSize(1);
      cleanUp(users, users.login(), ending.left().getFirst());
    }
  }

  private static void cleanUp(UsersTables users, List<String> login, String place)
      throws SQLException {
    assertThat(Printed.by(new CleanUp(), array(login)).out().lines())
        .map(String::toLowerCase)
        .containsExactly(place, "--remove removes them.");
    List<String> remove = new ArrayList<>(login);
    remove.add("--remove");
    assertThat(Printed.by(new CleanUp(), array(remove)).out())
        .containsIgnoringCase("removed " + place);
    assertThat(users.sandboxes()).isEmpty();
    assertThat(Printed.by(new CleanUp(), array(remove)).out()).startsWith("Nothing is left on ");
  }

  private static String[] array(List<String> arguments) {
    return arguments.toArray(String[]::new);
  }

  /// A moment in the life of a run, as the server shows it.
  private enum Moment {
    CREATED,
    SET_UP,
    BLOCKED;

    void await(UsersTables users, Process process) throws Exception {
      boolean now = false;
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (!now) {
        assertThat(process.isAlive()).as("%s comes before the end", this).isTrue();
        assertThat(System.nanoTime()).as("it comes to be %s", this).isLessThan(end);
        now =
            switch (this) {
              case CREATED -> !users.sandboxes().isEmpty();
              case SET_UP -> users.sessions().size() > 2;
              // MariaDB shows the waits of a tenth of a second ago, perhaps of the run before.
              case BLOCKED ->
                  !users.sandboxes().isEmpty() && !users.engine.waits(users.admin).isEmpty();
            };
        if (!now) {
          // Seldom enough that the process, which asks that often, finds the view renewed.
          Thread.sleep(users.engine.waitsInterval().multipliedBy(3));
        }
      }
    }
  }

  private interface Blow {
    void to(Process process) throws Exception;
  }

  private Ending ending(UsersTables users, List<String> login, String specification, Blow blow)
      throws Exception {
    return ending(users, login, specification, blow, () -> {});
  }

  /// @param line what stands between the process and its server, until that has ended
  private Ending ending(
      UsersTables users, List<String> login, String specification, Blow blow, AutoCloseable line)
      throws Exception {
    Path said = folder.resolve("said");
    List<String> command = new ArrayList<>(hearsSigint() ? HEARS_SIGINT : List.of());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Spec.class.getName(),
            Files.writeString(folder.resolve("ends.spec"), specification).toString()));
    command.addAll(login);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    long began;
    Duration took;
    try (line) {
      blow.to(process);
      began = System.nanoTime();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
      took = Duration.ofNanos(System.nanoTime() - began);
    } finally {
      process.destroyForcibly().waitFor();
    }
    awaitNoSessions(users);
    List<String> left = List.copyOf(users.sandboxes());
    System.out.printf(
        Locale.ROOT,
        "%s: ended with status %d after %.1f s, %d left%n",
        users.engine.title(),
        process.exitValue(),
        took.toMillis() / 1000.0,
        left.size());
    return new Ending(process.exitValue(), Files.readString(said), left, took);
  }

  private static boolean hearsSigint() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(HEARS_SIGINT);
    command.add("true");
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }

  /// A server takes a moment to see that a connection is gone. A session that goes on is not gone
  /// after ten seconds, since the lock that it waits for is not to be had.
  private static void awaitNoSessions(UsersTables users) throws SQLException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!users.sessions().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertThat(users.sessions()).as("sessions that go on").isEmpty();
  }

  private static void signal(String signal, Process process)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
  }
}
