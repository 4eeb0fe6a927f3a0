package workbook.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

  /// Needs Docker, which is there when servers are asked for.
  static Stream<String> images() {
    return Engines.requested().stream()
        .filter(engine -> !engine.embedded())
        .map(engine -> "workbook.invalid/" + Image.usual(engine).name());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("images")
  @DisplayName("say in a line, and at once, which image is not to be had")
  void missing(String image) {
    assertThatThrownBy(() -> Containers.start(Image.of(image)))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith(
            "the image %s is not here, and could not be pulled: ".formatted(image))
        .hasMessageMatching(".*");
  }
}
