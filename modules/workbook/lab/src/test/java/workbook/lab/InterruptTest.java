package workbook.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A training in a JVM that is told to end")
class InterruptTest {

  /// Ends when it is told to, and says so.
  static final class Obedient {
    static void main() {
      Interrupt.heardBy(stop -> {
        System.out.println("ready");
        waitFor(stop);
        System.out.println("in good order");
        return 0;
      });
    }
  }

  /// Looks at nothing, as a long scoring does.
  static final class Deaf {
    static void main() {
      Interrupt.heardBy(_ -> {
        System.out.println("ready");
        waitFor(() -> false);
        return 0;
      });
    }
  }

  private static void waitFor(BooleanSupplier end) {
    while (!end.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  /// @return what it printed after it was told
  private static String told(Class<?> training) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                training.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("ready");
      process.toHandle().destroy(); // Process.destroy would close what it prints to.
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("it ended").isTrue();
      return String.join("\n", out.readAllLines());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @DisplayName("is waited for, and ends where it wants to")
  void obedient() throws IOException, InterruptedException {
    assertThat(told(Obedient.class)).isEqualTo("in good order");
  }

  @Test
  @Tag("solutions")
  @DisplayName("is not waited for long, and what may be missing is said")
  void deaf() throws IOException, InterruptedException {
    assertThat(told(Deaf.class))
        .isEqualTo(
            "not done within 2 seconds, and ended; a file that is written is as it was last");
  }
}
