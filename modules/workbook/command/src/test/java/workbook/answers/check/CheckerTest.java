package workbook.answers.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.Sample;
import workbook.answers.check.Verdict.State;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.ExerciseTexts;

@Tag("solutions")
@DisplayName("The verdict on an exercise")
class CheckerTest {

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
        import org.junit.jupiter.api.Test;
        import workbook.exercise.Exercise;

        @Exercise(
            id = "hello/1",
            title = "Shout",
            hints = {"one", "two" + " and a half", "three"},
            chinese = @Exercise.Chinese(title = "大声", hints = {"一", "二", "三"}))
        class ShoutTest {
          @Test
          void shouts() {
            assertThat(Shout.greeting("you")).as("greeting(you)").isEqualTo("HELLO, YOU!");
          }

          @Test
          void passesAlready() {
            assertThat(Hello.greeting("you")).isEqualTo("Hello, you!");
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

  private Exercise stub() {
    return Exercise.of(sample.tree().topic("hello")).getFirst();
  }

  private Verdict verdict() {
    return new Checker(sample.tree()).check(stub());
  }

  @Test
  @DisplayName("reads id, title and hints off the test class, in both languages")
  void annotation() {
    assertThat(stub().id()).isEqualTo("hello/1");
    assertThat(stub().title()).isEqualTo("Shout");
    assertThat(stub().hints()).containsExactly("one", "two and a half", "three");
    assertThat(stub().chinese()).isEqualTo(new ExerciseTexts("大声", List.of("一", "二", "三")));
  }

  @Test
  @DisplayName("not started, while the stub is reached")
  void notStarted() {
    assertThat(verdict())
        .isEqualTo(
            new Verdict(
                State.NOT_STARTED,
                List.of("passesAlready()"),
                List.of("shouts()"),
                List.of(),
                0,
                "",
                ""));
  }

  @Test
  @DisplayName("failing, with what was expected and what came")
  void failing() throws IOException {
    answer("return Hello.greeting(name);");

    assertThat(verdict().state()).isEqualTo(State.FAILING);
    assertThat(verdict().failures())
        .extracting(Failure::explanation)
        .containsExactly("greeting(you): expected \"HELLO, YOU!\" but was \"Hello, you!\"");
  }

  @Test
  @DisplayName("solved, when every test passes")
  void solved() throws IOException {
    answer("return Hello.greeting(name).toUpperCase(java.util.Locale.ROOT);");

    assertThat(verdict().state()).isEqualTo(State.SOLVED);
    assertThat(verdict().passed()).containsExactlyInAnyOrder("shouts()", "passesAlready()");
  }

  @Test
  @DisplayName("failing with the compiler's message, when it does not compile")
  void doesNotCompile() throws IOException {
    answer("return name");

    assertThat(verdict().state()).isEqualTo(State.FAILING);
    assertThat(verdict().failures().getFirst().explanation())
        .contains("Shout.java:5: error: ';' expected");
  }

  @Test
  @DisplayName("a wrong answer is rejected by its message, and not by another")
  void wrongAnswer() throws IOException {
    sample.write(
        TOPIC + "src/solution/java/workbook/hello/Shout.java",
        """
        package workbook.hello;

        class Shout {
          static String greeting(String name) {
            return Hello.greeting(name).toUpperCase(java.util.Locale.ROOT);
          }
        }
        """);
    sample.write(
        TOPIC + "src/wrong/1/whispers.diff",
        """
        The learner sees: `greeting(you): expected "HELLO, YOU!"
        but was "hello, you!"`

        The other way.

        --- src/solution/java/workbook/hello/Shout.java
        +++ src/solution/java/workbook/hello/Shout.java
        @@ -3,5 +3,5 @@
         class Shout {
           static String greeting(String name) {
        -    return Hello.greeting(name).toUpperCase(java.util.Locale.ROOT);
        +    return Hello.greeting(name).toLowerCase(java.util.Locale.ROOT);
           }
         }
        """);
    WrongAnswer wrong = WrongAnswer.to(stub()).getFirst();
    Checker checker = new Checker(sample.tree());

    assertThat(wrong.isRejectedBy(checker.check(stub(), wrong.files(), "src/solution/java")))
        .isTrue();

    answer("return Hello.greeting(name);");
    assertThat(wrong.isRejectedBy(checker.check(stub()))).isFalse();
  }
}
