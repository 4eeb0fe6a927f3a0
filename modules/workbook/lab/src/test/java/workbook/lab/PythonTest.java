package workbook.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A shell takes a script after `-c`, as Python does.
@DisplayName("A program that is asked line by line")
class PythonTest {

  private static Python started(String program) throws IOException {
    return new Python(program, PythonTest.class, "echo.sh", _ -> {});
  }

  @Test
  @DisplayName("hears a word and the numbers behind it in one line")
  void numbers() throws IOException {
    try (Python shell = started("sh")) {
      assertThat(shell.ask("steps 5")).isEqualTo("heard steps 5");
      assertThat(shell.ask("piece", new int[] {1, 2}, new int[] {30}))
          .isEqualTo("heard piece 1 2 30");
    }
  }

  @Test
  @DisplayName("that is not there is named")
  void missing() {
    assertThatThrownBy(() -> started("no-such-python"))
        .isInstanceOf(IOException.class)
        .hasMessage("'no-such-python' cannot be started");
  }
}
