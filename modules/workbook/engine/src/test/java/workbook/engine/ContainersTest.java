package workbook.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

@DisplayName("Servers in containers")
class ContainersTest {

  /// Testcontainers names it nowhere but in its class.
  @Test
  @DisplayName("fetch the image with which Testcontainers cleans up, in the version that it takes")
  void ryuk() throws IOException {
    try (InputStream in =
        DockerClientFactory.class.getResourceAsStream("utility/RyukContainer.class")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
          .contains(Containers.RYUK);
    }
  }

  @Test
  @Tag("engines")
  @DisplayName("say in a line, and at once, which image is not to be had")
  void missing() {
    assumeThat(System.getProperty("engines", "")).isNotEmpty();
    assertThatThrownBy(() -> Containers.start(Image.of("workbook.invalid/postgres:18")))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith(
            "the image workbook.invalid/postgres:18 is not here, and could not be pulled: ")
        .hasMessageMatching(".*");
  }
}
