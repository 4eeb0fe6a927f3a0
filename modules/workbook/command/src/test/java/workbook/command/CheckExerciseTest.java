package workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.Sample;

@Tag("solutions")
@DisplayName("./workbook check")
class CheckExerciseTest {

  private static final String TOPIC = "modules/greetings/hello/";
  private static final String STUB = TOPIC + "src/exercise/java/workbook/hello/Shout.java";

  @TempDir private Path folder;
  private Sample sample;

  @BeforeEach
  void write() throws IOException {
    sample = Sample.in(folder);
    answer("return workbook.exercise.Todo.todo(\"hello/1\");");
    sample.write(
        TOPIC + "src/test/java/workbook/hello/ShoutTest.java",
        """
        package workbook.hello;

        import static org.assertj.core.api.Assertions.assertThat;
        import org.junit.jupiter.api.DisplayName;
        import org.junit.jupiter.api.Test;
        import workbook.exercise.Exercise;

        @Exercise(id = "hello/1", title = "Shout", hints = "none")
        class ShoutTest {
          @Test
          @DisplayName("in capitals")
          void shouts() {
            assertGreeting("you", "HELLO, YOU!");
          }

          private static void assertGreeting(String name, String expected) {
            assertThat(Shout.greeting(name)).as("greeting(%s)", name).isEqualTo(expected);
          }
        }
        """);
  }

  private void answer(String body) throws IOException {
    sample.write(
        STUB,
        """
        package workbook.hello;

        class Shout {
          static String greeting(String name) {
            %s
          }
        }
        """
            .formatted(body));
  }

  private Executed check(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "check";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Executed.in(folder, all);
  }

  @Test
  @DisplayName("of a stub says where to write, and is no failure")
  void notStarted() {
    assertThat(check("hello/1"))
        .isEqualTo(
            new Executed(
                0,
                """
                hello/1  Shout
                modules/greetings/hello/src/exercise/java/workbook/hello/Shout.java

                Not started.
                A hint:  ./workbook hint hello/1
                """,
                ""));
  }

  @Test
  @DisplayName("of a wrong answer says what was given, and which line of the test it was")
  void failing() throws IOException {
    answer("System.out.println(\"asked for \" + name); return Hello.greeting(name);");

    assertThat(check("hello/1"))
        .isEqualTo(
            new Executed(
                1,
                """
                hello/1  Shout
                modules/greetings/hello/src/exercise/java/workbook/hello/Shout.java

                ✗ in capitals
                    greeting(you): expected "HELLO, YOU!" but was "Hello, you!"
                    ShoutTest.java:13

                Printed on the way:
                    asked for you

                0 of 1 tests passed.
                A hint:  ./workbook hint hello/1
                """,
                ""));
  }

  @Test
  @DisplayName("of an answer that throws says where, and for which line of the test")
  void thrown() throws IOException {
    answer("return name.substring(9);");

    assertThat(check("hello/1").output())
        .contains(
            """
            ✗ in capitals
                the answer threw StringIndexOutOfBoundsException: Range [9, 3) out of bounds
                for length 3, called from ShoutTest.java:13
                Shout.java:5
            """);
  }

  @Test
  @DisplayName("of what does not compile shows the line, and a caret")
  void doesNotCompile() throws IOException {
    answer("return name");

    assertThat(check("hello/1").output())
        .contains(
            """
            ✗ Shout.java:5: error: ';' expected
                    return name
                               ^
            """);
    assertThat(check("hello/1").status()).isEqualTo(1);
  }

  @Test
  @DisplayName("of a solved one says so, and where to look on")
  void solved() throws IOException {
    answer("return \"HELLO, YOU!\";");

    assertThat(check("hello/1"))
        .isEqualTo(
            new Executed(
                0,
                """
                hello/1  Shout

                ✓ in capitals

                Solved: its test passes.
                Another way to do it:  ./workbook solution hello/1
                """,
                ""));
  }

  @Test
  @DisplayName("of a topic, or of all, is a line for each and more on what fails")
  void all() throws IOException {
    assertThat(check("hello").output())
        .isEqualTo(
            """
            □ hello/1  Shout

            Exercises: 0 solved, 0 attempted and failing, 1 not started.
            """);
    answer("return name;");
    assertThat(check("--all").output())
        .contains("greeting(you): expected \"HELLO, YOU!\" but was \"you\"")
        .endsWith("\nExercises: 0 solved, 1 attempted and failing, 0 not started.\n");
    assertThat(check("--all").status()).isEqualTo(1);
  }

  @Test
  @DisplayName("of all runs again nothing that is solved and as it was")
  void notAgain() throws IOException {
    answer("return \"HELLO, YOU!\";");
    check("hello/1");
    // Without the class path that the build writes nothing can be run.
    sample.write(TOPIC + "target/class-path/test", "");

    assertThat(check("--all").output())
        .isEqualTo(
            """
            ■ hello/1  Shout

            Exercises: 1 solved, 0 attempted and failing, 0 not started.
            """);
  }

  @Test
  @DisplayName("--json says the same for a program")
  void json() throws IOException {
    answer("return \"\\\"\";");

    Executed executed = check("hello/1", "--json");
    assertThat(executed.status()).isEqualTo(1);
    assertThat(executed.output())
        .isEqualTo(
            """
            [{"id":"hello/1","title":"Shout",\
            "file":"modules/greetings/hello/src/exercise/java/workbook/hello/Shout.java",\
            "state":"failing","passed":[],"skipped":[],\
            "failures":[{"test":"in capitals",\
            "message":"greeting(you): expected \\"HELLO, YOU!\\" but was \\"\\"\\"",\
            "place":"ShoutTest.java:13"}],"not-run":0,"output":"","remark":""}]
            """);
  }

  @Test
  @DisplayName("of what there is not names the nearest")
  void wrongUse() {
    assertThat(check("hello/2").errors()).contains("hello/1");
    assertThat(check("hello/2").status()).isEqualTo(2);
    assertThat(check("helo").errors()).contains("Did you mean 'hello'?");
    assertThat(check("helo/1").status()).isEqualTo(2);
  }
}
