package workbook.serverrendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("peers")
@DisplayName("In Chromium")
class HydrationTest {

  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open(0, true);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  /// @param screenshot the name of a file in `target`
  private static JsonNode browse(String path, int clicks, String screenshot) {
    Map<String, Object> question =
        Map.of(
            "address", shop.address().resolve(path),
            "clicks", clicks,
            "screenshot", Path.of("target", screenshot).toString());
    return Npm.ask("browse", List.of(question)).getFirst();
  }

  private static List<String> messages(JsonNode answer) {
    return answer.get("messages").values().stream().map(JsonNode::asString).toList();
  }

  @Test
  @DisplayName("a rendered page is hydrated: all elements stay, none is new, and the button counts")
  void hydrated() {
    JsonNode answer = browse("/rendered/products/1?development", 2, "hydrated.png");
    assertThat(answer.get("served").asString())
        .contains("Brass lamp", "Here since 2025-03-01.", "In your basket: 0");
    assertThat(answer.get("shown").asString())
        .contains("In your basket: 2", "Bright! My page reads </script><script>alert(1)</script>");
    assertThat(answer.get("kept").asInt()).isGreaterThan(10);
    assertThat(answer.get("made").asInt()).isZero();
    // No warning, and no alert from the review.
    assertThat(messages(answer)).allMatch(message -> message.startsWith("info: You are running a"));
  }

  @Test
  @DisplayName("a shell has no word before its script, and the same page after it")
  void shell() {
    JsonNode answer = browse("/shell/products/1", 1, "shell.png");
    assertThat(answer.get("served").asString()).isEmpty();
    assertThat(answer.get("shown").asString()).contains("Brass lamp", "In your basket: 1");
    assertThat(answer.get("kept").asInt()).isZero();
    assertThat(messages(answer)).isEmpty();
  }

  @Test
  @DisplayName("a mismatch is named by the development build, and repaired")
  void mismatch() {
    JsonNode answer = browse("/rendered/mismatch?development", 0, "mismatch.png");
    assertThat(answer.get("served").asString()).contains("rendered on the server");
    assertThat(answer.get("shown").asString())
        .contains("rendered in the browser")
        .doesNotContain("rendered on the server");
    assertThat(messages(answer))
        .anyMatch(message ->
            message.contains("Hydration text content mismatch")
                && message.contains("- rendered on server: rendered on the server")
                && message.contains("- expected on client: rendered in the browser"))
        .contains("error: Hydration completed but contains mismatches.");
  }

  @Test
  @DisplayName("the production build says only that there is one")
  void production() {
    assertThat(messages(browse("/rendered/mismatch", 0, "production.png")))
        .containsExactly("error: Hydration completed but contains mismatches.");
  }
}
