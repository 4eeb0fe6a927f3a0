package workbook.answers.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.answers.Sample;
import workbook.answers.check.Verdict.State;
import workbook.answers.tree.Exercise;

// It waits for limits to pass, and no reader should have to.
@Tag("solutions")
@DisplayName("An answer that runs away costs one line, and not the session")
class RunawayTest {

  private static final String TOPIC = "modules/greetings/hello/";

  /// That of the answers that are stopped for it.
  private static final Duration LIMIT = Duration.ofSeconds(2);

  /// So long that a slow machine does not end what something else is to end.
  private static final Duration LONG = Duration.ofMinutes(1);

  /// Seconds that no other process sleeps.
  private static final int PIPE = 987_321;

  @TempDir private static Path folder;
  private static Sample sample;

  @BeforeAll
  static void write() throws IOException {
    sample = Sample.in(folder);
    sample.write(
        TOPIC + "src/test/java/workbook/hello/ShoutTest.java",
        """
        package workbook.hello;

        import static org.assertj.core.api.Assertions.assertThat;
        import org.junit.jupiter.api.Test;
        import workbook.exercise.Exercise;

        @Exercise(id = "hello/1", title = "Shout", hints = "none")
        class ShoutTest {
          @Test
          void shouts() throws Exception {
            assertThat(Shout.greeting("you")).as("greeting(you)").isEqualTo("HELLO, YOU!");
          }
        }
        """);
  }

  private static Verdict verdict(String body) throws IOException {
    return verdict(new Checker(sample.tree(), LONG), body);
  }

  private static Verdict verdict(Checker checker, String body) throws IOException {
    sample.write(
        TOPIC + "src/exercise/java/workbook/hello/Shout.java",
        """
        package workbook.hello;

        class Shout {
          static String greeting(String name) throws Exception {
            %s
          }
        }
        """
            .formatted(body));
    return checker.check(Exercise.of(sample.tree().topic("hello")).getFirst());
  }

  private static void assertNextIsSolved() throws IOException {
    Verdict next = verdict("System.out.print(\"next\"); return \"HELLO, YOU!\";");
    assertThat(next.state()).isEqualTo(State.SOLVED);
    assertThat(next.output()).isEqualTo("next");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("with what it did, and in which line")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          System.exit(0); return name; | ended the whole program (System.exit) | Shout.java:5
          Runtime.getRuntime().halt(7); return name; | ended the whole program (exit status 7) | ``
          new java.io.FileOutputStream(java.io.FileDescriptor.out).write(new byte[99]); return name; | wrote past System.out | ``
          return greeting(name) + name; | calls itself without end | Shout.java:5
          byte[][] all = new byte[9999][]; for (int i = 0; true; i++) all[i] = new byte[1 << 24]; | used up the memory | Shout.java:5
          """)
  void runaway(String body, String explanation, String place) throws IOException {
    assertStopped(verdict(body), explanation, place);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("and is stopped where it does not end")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          while (true) {} | still running after 2 s: a loop or a recursion never ends, or takes far too long | Shout.java:5
          while (true) System.out.println(name); | still running after 2 s | Shout.java:5
          new java.util.concurrent.CountDownLatch(1).await(); return name; | still waiting after 2 s | Shout.java:5
          """)
  void endless(String body, String explanation, String place) throws IOException {
    long start = System.nanoTime();
    Verdict verdict = verdict(new Checker(sample.tree(), LIMIT), body);
    // The first test may begin four limits later; one that has begun has one.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.multipliedBy(5));
    assertStopped(verdict, explanation, place);
  }

  @Test
  @DisplayName("while it runs on, the process that will count its tests is started")
  void counting() throws Exception {
    Checker.end();
    long most = 0;
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<Verdict> verdict =
          executor.submit(() -> verdict(new Checker(sample.tree(), LIMIT), "while (true) {}"));
      while (!verdict.isDone()) {
        most =
            Math.max(most, ProcessHandle.current().children().filter(RunawayTest::isJava).count());
        Thread.sleep(20);
      }
      assertThat(verdict.get().tests()).isEqualTo(1);
    }
    assertThat(most).as("processes at once").isEqualTo(2);
  }

  /// Surefire has children of its own.
  private static boolean isJava(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("java");
  }

  @Test
  @DisplayName("also in a later test; and those that did not run any more are counted")
  void later() throws IOException {
    sample.write(
        TOPIC + "src/test/java/workbook/hello/WhisperTest.java",
        """
        package workbook.hello;

        import static org.assertj.core.api.Assertions.assertThat;
        import java.util.stream.IntStream;
        import java.util.stream.Stream;
        import org.junit.jupiter.api.*;
        import org.junit.jupiter.params.ParameterizedTest;
        import org.junit.jupiter.params.provider.ValueSource;
        import workbook.exercise.Exercise;

        @Exercise(id = "hello/2", title = "Whisper", hints = "none")
        @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
        class WhisperTest {
          @BeforeEach
          void before() {
            Whisper.greeting("you");
          }

          @Test
          @Order(1)
          void first() {}

          @ParameterizedTest
          @Order(2)
          @ValueSource(strings = {"you", "", "me"})
          void cases(String name) {
            assertThat(Whisper.greeting(name)).isEqualTo("hello");
          }

          @TestFactory
          @Order(3)
          Stream<DynamicTest> dynamic() {
            return IntStream.range(0, 4)
                .mapToObj(i -> DynamicTest.dynamicTest("" + i, () -> Whisper.greeting("")));
          }
        }
        """);
    sample.write(
        TOPIC + "src/exercise/java/workbook/hello/Whisper.java",
        """
        package workbook.hello;

        class Whisper {
          static String greeting(String name) {
            while (name.isEmpty()) {}
            return "hello";
          }
        }
        """);

    Verdict verdict =
        new Checker(sample.tree(), LIMIT).check(Exercise.named(sample.tree(), "hello/2"));

    assertThat(verdict.passed()).hasSize(2);
    assertThat(verdict.failures()).hasSize(1);
    assertThat(verdict.failures().getFirst().test()).startsWith("cases(String)").contains("[2]");
    // One that is no case, three cases, four dynamic ones: eight.
    assertThat(verdict.notRun()).isEqualTo(8 - 3);
    assertThat(verdict.tests()).isEqualTo(8);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("and is stopped where it takes too much of the machine")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          while (true) Thread.ofPlatform().daemon().start(() -> java.util.concurrent.locks.LockSupport.park()); | more than 2000 threads at once
          for (int i = 0; i < 150; i++) new ProcessBuilder("sleep", "300").start(); Thread.sleep(99_999); return name; | more than 100 processes at once
          for (int i = 0; i < 2; i++) try (var f = new java.io.RandomAccessFile("f" + i, "rw")) { f.setLength(200_000_000); } Thread.sleep(99_999); return name; | more than 256 MB into files
          """)
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void greedy(String body, String explanation) throws IOException {
    assertStopped(verdict(body), explanation, "Shout.java:5");
  }

  @Test
  @DisplayName("a file of its own is not longer than 256 MB")
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void longFile() throws IOException {
    Verdict verdict =
        verdict(
            "try (var f = new java.io.RandomAccessFile(\"f\", \"rw\")) { f.setLength(1L << 40); }"
                + " return name;");

    assertThat(verdict.failures().getFirst().explanation())
        .startsWith("the answer threw IOException: File too large");
  }

  @Test
  @DisplayName("what it writes is gone, in its folder and in that for temporary files")
  void files() throws IOException {
    Verdict verdict =
        verdict(
            "java.nio.file.Files.writeString(java.nio.file.Path.of(\"left\"), name);"
                + " java.nio.file.Files.createTempFile(name, name);"
                + " var f = java.nio.file.Files.createDirectories(java.nio.file.Path.of(\"a/b\"));"
                + " f.toFile().setWritable(false); f.getParent().toFile().setReadable(false);"
                + " System.out.print(java.nio.file.Path.of(\"\").toAbsolutePath());"
                + " return \"HELLO, YOU!\";");
    Path there = Path.of(verdict.output());

    assertThat(verdict.state()).isEqualTo(State.SOLVED);
    assertThat(there).isNotEqualTo(Path.of("").toAbsolutePath()).isEmptyDirectory();
    assertThat(sample.path(TOPIC + "left")).doesNotExist();
    assertNextIsSolved();
    Checker.end();
    assertThat(there).doesNotExist();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("a process that is left running is ended, also where another has started it")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          "sleep", "300" | the process sleep
          "sh", "-c", "(sleep 300 & echo $!) </dev/null" | ``
          """)
  @EnabledOnOs(OS.LINUX)
  void process(String command, String named) throws Exception {
    Verdict verdict =
        verdict(
            "var p = new ProcessBuilder("
                + command
                + ").start(); boolean own = "
                + !named.isEmpty()
                + "; System.out.print(own ? \"\" + p.pid() : p.inputReader().readLine());"
                + " return \"HELLO, YOU!\";");

    assertThat(verdict.state()).isEqualTo(State.SOLVED);
    assertThat(verdict.remark()).contains(named);
    Optional<ProcessHandle> left = ProcessHandle.of(Long.parseLong(verdict.output()));
    if (left.isPresent()) {
      left.get().onExit().get(30, TimeUnit.SECONDS);
    }
  }

  private static void assertStopped(Verdict verdict, String explanation, String place)
      throws IOException {
    assertThat(verdict.state()).isEqualTo(State.FAILING);
    assertThat(verdict.failures()).hasSize(1);
    Failure failure = verdict.failures().getFirst();
    assertThat(failure.test()).isEqualTo("shouts()");
    assertThat(failure.explanation()).contains(explanation);
    assertThat(failure.explanation().lines()).as("one line").hasSize(1);
    assertThat(failure.place()).isEqualTo(place);
    assertNextIsSolved();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @DisplayName("a process that keeps the pipe to the command open keeps nobody waiting")
  void pipe() throws IOException {
    Verdict verdict =
        verdict(
            new Checker(sample.tree(), LIMIT),
            "new ProcessBuilder(\"sleep\", \"%d\").inheritIO().start().waitFor(); return name;"
                .formatted(PIPE));

    assertStopped(verdict, "still waiting after 2 s", "Shout.java:5");
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(process -> process.info().commandLine().orElse("").endsWith("sleep " + PIPE));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @DisplayName("nor where the answer halts the program beside it")
  void pipeAfterHalt() throws IOException {
    Verdict verdict =
        verdict(
            "new ProcessBuilder(\"sleep\", \"%d\").inheritIO().start(); Runtime.getRuntime().halt(7); return name;"
                .formatted(PIPE));

    assertStopped(verdict, "ended the whole program (exit status 7)", "");
  }

  @Test
  @DisplayName("a message without end is cut")
  void message() throws IOException {
    Verdict verdict = verdict("throw new RuntimeException(\"x\".repeat(1_000_000));");

    assertThat(verdict.failures().getFirst().explanation())
        .startsWith("the answer threw RuntimeException: xxx")
        .containsPattern("x …, called from ShoutTest.java:\\d+$")
        .hasSizeLessThan(400);
  }

  @Test
  @DisplayName("after the last test: that test has passed, and the answer is not right")
  void afterTheLastTest() throws IOException {
    Verdict verdict =
        verdict(
            """
            Thread main = Thread.currentThread();
            new Thread(() -> {
              // Until all is over, and only what is left is looked for.
              while (java.util.Arrays.stream(main.getStackTrace())
                  .noneMatch(frame -> frame.getMethodName().equals("left"))) {
                Thread.onSpinWait();
              }
              System.exit(3);
            }).start();
            return "HELLO, YOU!";
            """);

    assertThat(verdict.state()).isEqualTo(State.FAILING);
    assertThat(verdict.passed()).containsExactly("shouts()");
    assertThat(verdict.tests()).isEqualTo(1);
    assertThat(verdict.failures())
        .singleElement()
        .satisfies(failure -> {
          assertThat(failure.isTest()).isFalse();
          assertThat(failure.explanation())
              .isEqualTo("the answer ended the whole program (exit status 3)");
        });
    assertNextIsSolved();
  }

  @Test
  @DisplayName("a flood of output is shown in part")
  void flood() throws IOException {
    Verdict verdict =
        verdict("for (int i = 0; i < 100_000; i++) System.out.println(i); return \"HELLO, YOU!\";");

    assertThat(verdict.state()).isEqualTo(State.SOLVED);
    // Five digits and a line end for most numbers: 588,890 bytes, of which 24 lines are kept: ten
    // of one digit and fourteen of two.
    assertThat(verdict.output())
        .startsWith("0\n1\n2\n")
        .endsWith("\n23\n… and %,d bytes more".formatted(588_890 - 10 * 2 - 14 * 3));
  }

  @Test
  @DisplayName("and so is one in a single line")
  void floodInALine() throws IOException {
    Verdict verdict = verdict("System.out.print(\"x\".repeat(100_000)); return \"HELLO, YOU!\";");

    assertThat(verdict.output()).isEqualTo("x".repeat(4096) + "\n… and 95,904 bytes more");
  }

  @Test
  @DisplayName("many threads that are left running take no longer to be seen than one")
  void threads() throws IOException {
    Verdict verdict =
        verdict(
            "for (int i = 0; i < 100; i++) { new Thread(java.util.concurrent.locks.LockSupport::park).start(); }"
                + " return \"HELLO, YOU!\";");

    assertThat(verdict.failures()).isEmpty();
    assertThat(verdict.state()).isEqualTo(State.SOLVED);
    assertThat(verdict.remark())
        .matches(
            "Still running after the tests: (the thread Thread-\\d+(, )?){5} and 95 more\\. End what you start\\.");
    assertNextIsSolved();
  }

  @Test
  @DisplayName("a thread that is left running is named, and does not live on")
  void thread() throws IOException {
    Verdict verdict =
        verdict("new Thread(() -> { while (true) {} }, \"left\").start(); return \"HELLO, YOU!\";");

    assertThat(verdict.state()).isEqualTo(State.SOLVED);
    assertThat(verdict.remark()).contains("Still running after the tests: the thread left.");
    assertNextIsSolved();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("what it changes does not reach the next answer")
  @ValueSource(
      strings = {
        "System.out.close();",
        "System.setOut(null);",
        "System.setProperty(\"line.separator\", \"?\");",
        "java.util.Locale.setDefault(java.util.Locale.CHINA);",
      })
  void pollution(String change) throws IOException {
    assertThat(verdict(change + " return \"HELLO, YOU!\";").state()).isEqualTo(State.SOLVED);

    Verdict next =
        verdict(
            "System.out.printf(\"%s%n\", java.util.Locale.getDefault()); return \"HELLO, YOU!\";");
    assertThat(next.output()).isEqualTo(java.util.Locale.getDefault() + System.lineSeparator());
  }
}
