package workbook.answers.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
  private static final Duration LIMIT = Duration.ofSeconds(3);

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
    return verdict(new Checker(sample.tree()), body);
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
          System.exit(0); return name; | ended the whole program (System.exit) | Shout.java:8
          Runtime.getRuntime().halt(7); return name; | ended the whole program (exit status 7) | ``
          new java.io.FileOutputStream(java.io.FileDescriptor.out).write(new byte[99]); return name; | wrote past System.out | ``
          return greeting(name) + name; | calls itself without end | Shout.java:8
          byte[][] all = new byte[9999][]; for (int i = 0; true; i++) all[i] = new byte[1 << 24]; | used up the memory | Shout.java:8
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
          while (true) {} | still running after 3 s | Shout.java:8
          new java.util.concurrent.CountDownLatch(1).await(); return name; | still waiting after 3 s | Shout.java:8
          """)
  void endless(String body, String explanation, String place) throws IOException {
    assertStopped(verdict(new Checker(sample.tree(), LIMIT), body), explanation, place);
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
  @DisplayName("a flood of output is shown in part")
  void flood() throws IOException {
    Verdict verdict =
        verdict("for (int i = 0; i < 100_000; i++) System.out.println(i); return \"HELLO, YOU!\";");

    assertThat(verdict.state()).isEqualTo(State.SOLVED);
    // Five digits and a line end for most numbers: 588,890 bytes, of which 16 KiB are kept.
    assertThat(verdict.output()).startsWith("0\n1\n2\n").endsWith("… and 572,506 bytes more");
    assertThat(verdict.output().length()).isLessThan(20_000);
  }

  @Test
  @DisplayName("a thread that is left running is named, and does not live on")
  void thread() throws IOException {
    Verdict verdict =
        verdict("new Thread(() -> { while (true) {} }, \"left\").start(); return \"HELLO, YOU!\";");

    assertThat(verdict.state()).isEqualTo(State.SOLVED);
    assertThat(verdict.remark()).contains("Still running after the tests: left.");
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
