package workbook.command.progress;

import java.io.IOException;
import java.nio.file.Path;
import workbook.command.Sample;
import workbook.command.check.Stub;

/// The sample with two exercises in its topic: `hello/1`, to shout, and `hello/2`, to whisper.
public final class Shouting {

  public static final String TOPIC = "modules/greetings/hello/";
  public static final String SHOUT = "src/exercise/java/workbook/hello/Shout.java";
  public static final String RIGHT =
      "return Hello.greeting(name).toUpperCase(java.util.Locale.ROOT);";
  public static final String WRONG = "return Hello.greeting(name);";

  private static final String OPEN = "return workbook.exercise.Todo.todo(\"hello/%d\");";

  private final Sample sample;

  /// Writes it into a folder.
  public Shouting(Path folder) throws IOException {
    this.sample = Sample.in(folder);
    stub(1, "Shout", "src/exercise", OPEN.formatted(1));
    stub(2, "Whisper", "src/exercise", OPEN.formatted(2));
    stub(1, "Shout", "src/solution", RIGHT);
    stub(2, "Whisper", "src/solution", RIGHT.replace("Upper", "Lower"));
    test("Shout", "HELLO, YOU!");
    test("Whisper", "hello, you!");
  }

  public Sample sample() {
    return sample;
  }

  /// Writes the learner's answer to `hello/1`.
  public void answer(String body) throws IOException {
    stub(1, "Shout", "src/exercise", body);
  }

  public ExerciseFile exercise(int number) {
    return ExerciseFile.named(sample.tree(), "hello/" + number);
  }

  public Stub stub(int number) {
    return exercise(number).stub();
  }

  private void stub(int number, String name, String folder, String body) throws IOException {
    sample.write(
        TOPIC + folder + "/java/workbook/hello/" + name + ".java",
        """
        package workbook.hello;

        import workbook.exercise.Exercise;

        /// Why %2$s is as it is: Hello does the rest.
        @Exercise(
            id = "hello/%1$d",
            title = "%2$s it",
            hints = {"one", "two" + " and a half", "three"})
        class %2$s {
          static String greeting(String name) {
            %3$s
          }
        }
        """
            .formatted(number, name, body));
  }

  private void test(String name, String expected) throws IOException {
    sample.write(
        TOPIC + "src/test/java/workbook/hello/" + name + "Test.java",
        """
        package workbook.hello;

        import static org.assertj.core.api.Assertions.assertThat;
        import org.junit.jupiter.api.Test;

        /// Also read about Bystander.
        class %1$sTest {
          @Test
          void greets() {
            assertThat(%1$s.greeting("you")).as("greeting(you)").isEqualTo("%2$s");
          }
        }
        """
            .formatted(name, expected));
  }
}
