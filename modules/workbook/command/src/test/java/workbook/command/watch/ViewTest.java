package workbook.command.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.command.read.Screen;

@DisplayName("What watch prints")
class ViewTest {

  @Test
  @DisplayName("of a topic that does not compile is what the compiler says, line by line as it is")
  void problem() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    String report =
        """
        modules/greetings/hello does not compile:
        /home/a learner/workbook/modules/greetings/hello/src/main/java/Hello.java:5: error: ';' expected
            return "Hello, " + name + "!" + " How do you do?"
                                                             ^
        """;
    new View(out, () -> new Screen(40, false), Path.of(""), false).problem(report);

    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(report + "\n");
  }
}
