package workbook.command.progress;

import java.io.IOException;
import java.nio.file.Path;
import workbook.answers.Sample;
import workbook.answers.tree.Exercise;

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
    stub("Shout", "src/exercise", OPEN.formatted(1));
    stub("Whisper", "src/exercise", OPEN.formatted(2));
    stub("Shout", "src/solution", RIGHT);
    stub("Whisper", "src/solution", RIGHT.replace("Upper", "Lower"));
    test(1, "Shout", "HELLO, YOU!");
    test(2, "Whisper", "hello, you!");
  }

  public Sample sample() {
    return sample;
  }

  /// Writes the learner's answer to `hello/1`.
  public void answer(String body) throws IOException {
    stub("Shout", "src/exercise", body);
  }

  public Exercise exercise(int number) {
    return Exercise.named(sample.tree(), "hello/" + number);
  }

  private void stub(String name, String folder, String body) throws IOException {
    sample.write(
        TOPIC + folder + "/java/workbook/hello/" + name + ".java",
        """
        package workbook.hello;

        /// Why %1$s is as it is: Hello does the rest.
        class %1$s {
          static String greeting(String name) {
            %2$s
          }
        }
        """
            .formatted(name, body));
  }

  private void test(int number, String name, String expected) throws IOException {
    sample.write(
        TOPIC + "src/test/java/workbook/hello/" + name + "Test.java",
        """
        package workbook.hello;

        import static org.assertj.core.api.Assertions.assertThat;
        import org.junit.jupiter.api.Test;
        import workbook.exercise.Exercise;

        /// Also read about Bystander.
        @Exercise(
            id = "hello/%3$d",
            title = "%1$s it",
            hints = {"one", "two" + " and a half", "three"})
        class %1$sTest {
          @Test
          void greets() {
            assertThat(%1$s.greeting("you")).as("greeting(you)").isEqualTo("%2$s");
          }
        }
        """
            .formatted(name, expected, number));
  }
}
