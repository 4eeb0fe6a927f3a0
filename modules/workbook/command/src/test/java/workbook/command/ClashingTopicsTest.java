package workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.Sample;
import workbook.answers.build.Javac;

@Tag("solutions")
@DisplayName("Two topics that depend on two versions of one library")
class ClashingTopicsTest {

  @TempDir private Path folder;
  private Sample sample;

  @BeforeEach
  void write() throws IOException {
    sample = Sample.in(folder);
    topic("older", 1);
    topic("newer", 2);
  }

  private void topic(String name, int version) throws IOException {
    String topic = "modules/clashes/" + name + "/";
    Path library = folder.toRealPath().resolve("library-" + version);
    Files.createDirectories(library.resolve("library"));
    Files.write(
        library.resolve("library/Library.class"),
        Javac.compile(
                "package library; public class Library { public static int version() { return "
                    + version
                    + "; } }",
                List.of())
            .classes()
            .get("library.Library"));
    sample.write(topic + "pom.xml", "<project/>");
    sample.write(topic + "README.md", "# " + name);
    sample.write(topic + "target/class-path/runtime", library.toString());
    sample.write(
        topic + "target/class-path/test",
        library + File.pathSeparator + System.getProperty("java.class.path"));
    String source = topic + "src/%s/java/workbook/" + name + "/%s.java";
    sample.write(
        source.formatted("main", "Example"),
        """
        package workbook.%s;

        class Example {
          static int version() {
            return library.Library.version();
          }
        }
        """
            .formatted(name));
    sample.write(
        source.formatted("exercise", "Answer"),
        """
        package workbook.%1$s;

        class Answer {
          static int both() {
            return 10 * Example.version() + library.Library.version();
          }
        }
        """
            .formatted(name));
    sample.write(
        source.formatted("test", "AnswerTest"),
        """
        package workbook.%1$s;

        import static org.assertj.core.api.Assertions.assertThat;
        import org.junit.jupiter.api.Test;
        import workbook.exercise.Exercise;

        @Exercise(id = "%1$s/1", title = "Versions", hints = {"one", "two", "three"})
        class AnswerTest {
          @Test
          void version() {
            assertThat(Answer.both()).isEqualTo(%2$d);
          }
        }
        """
            .formatted(name, 11 * version));
  }

  @Test
  @DisplayName("never meet: each is checked with its own, one after the other")
  void checked() {
    for (String exercise : List.of("older/1", "newer/1", "older/1")) {
      assertThat(Executed.in(folder, "check", exercise).output()).contains("Solved");
    }
  }
}
