package workbook.answers.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.answers.check.Verdict.State;
import workbook.command.progress.Shouting;

/// On the exercises of the topics this is checked by the build itself: Surefire runs the stubs, and
/// under -Psolutions the worked answers, and the same run asks `check` for its verdict.
@Tag("solutions")
@DisplayName("check says of an answer what JUnit says as Maven runs it")
class AgreementTest {

  @TempDir private Path folder;
  private Shouting shouting;

  @BeforeEach
  void write() throws IOException {
    shouting = new Shouting(Files.createDirectory(folder.resolve("workbook")));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NOT_STARTED | return workbook.exercise.Todo.todo("hello/1");
          NOT_STARTED | try { return workbook.exercise.Todo.todo("hello/1"); } catch (Throwable t) { return "HELLO, YOU!"; }
          FAILING     | return Hello.greeting(name);
          FAILING     | throw new IllegalStateException(name);
          FAILING     | throw new org.opentest4j.AssertionFailedError();
          SOLVED      | return Hello.greeting(name).toUpperCase(java.util.Locale.ROOT);
          """)
  void agree(State state, String body) throws IOException, InterruptedException {
    shouting.answer(body);
    PlainJUnit plain =
        new PlainJUnit(
            shouting.sample().tree(),
            shouting.exercise(1).topic(),
            "src/exercise/java",
            folder.resolve("plain"));

    assertThat(plain.state(shouting.exercise(1))).as("plain JUnit").isEqualTo(state);
    assertThat(new Checker(shouting.sample().tree()).check(shouting.exercise(1)).state())
        .as("check")
        .isEqualTo(state);
  }
}
