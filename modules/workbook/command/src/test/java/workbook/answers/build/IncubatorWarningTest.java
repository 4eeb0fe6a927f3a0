package workbook.answers.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of what a JVM prints on the standard error output")
class IncubatorWarningTest {

  private static final String WARNING = "WARNING: Using incubator modules: jdk.incubator.vector\n";

  private static String left(String errors) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    IncubatorWarning.dropFrom(
        new ByteArrayInputStream(errors.getBytes(StandardCharsets.UTF_8)), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("the first line on incubator modules is dropped, and nothing else")
  void dropped() throws IOException {
    assertThat(left(WARNING)).isEmpty();
    assertThat(left(WARNING + "after é\n")).isEqualTo("after é\n");
    assertThat(left(WARNING + WARNING)).isEqualTo(WARNING);
    assertThat(left("before\n" + WARNING)).isEqualTo("before\n" + WARNING);
    assertThat(left("WARNING: Using the wrong tool\n"))
        .isEqualTo("WARNING: Using the wrong tool\n");
    assertThat(left("WARN")).isEqualTo("WARN");
    assertThat(left("")).isEmpty();
  }
}
