package workbook.serverrendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("Vue in GraalJS")
class RendererTest {

  private static Renderer renderer;

  @BeforeAll
  static void start() {
    renderer = new Renderer(2);
  }

  @AfterAll
  static void stop() {
    renderer.close();
  }

  @Test
  @DisplayName("writes the bytes that it writes on Node")
  void bytes() throws IOException {
    List<JsonNode> answers = Vectors.of("rendered");
    for (int i = 0; i < answers.size(); i++) {
      try (Context context = renderer.context()) {
        context.eval("js", "Pages['x'] = " + Vectors.RENDERED.get(i));
        context.eval("js", "shop = create => create(Pages['x'])");
        assertThat(Renderer.render(context, ""))
            .as(Vectors.RENDERED.get(i))
            .isEqualTo(answers.get(i).get("html").asString());
      }
    }
  }

  private static String payload(String user) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("base", "");
    page.put("files", List.of("index.js"));
    page.put("user", user);
    return Payload.stringify(page);
  }

  @Test
  @DisplayName(
      "a planted variable leaks from one user to the next in a shared context, and is found")
  void leak() {
    List<String> users = List.of("Ada", "Grace", "Edsger");
    assertThat(Leak.strangers(users, Leak.shared(renderer, users)))
        .containsExactly(List.of(), List.of("Ada"), List.of("Ada"));
    assertThat(Leak.strangers(users, Leak.separate(renderer, users)))
        .containsExactly(List.of(), List.of(), List.of());
  }

  @Test
  @DisplayName("a page that waits for what never comes is an error, and not an empty page")
  void neverFinished() {
    try (Context context = renderer.context()) {
      context.eval(
          "js", "shop = create => create({ async setup() { await new Promise(() => {}) } })");
      assertThatThrownBy(() -> Renderer.render(context, ""))
          .hasRootCauseMessage("the page waits for something that never comes");
    }
  }

  @Test
  @DisplayName("a page that throws is an error of its request alone")
  void failure() {
    Map<String, Object> page = new LinkedHashMap<>(Map.of("base", "", "user", ""));
    page.put("files", new ArrayList<>(List.of("products/[id].js")));
    CompletableFuture<String> failed = renderer.render(Payload.stringify(page));
    assertThat(failed).failsWithin(java.time.Duration.ofMinutes(1));
    assertThat(renderer.render(payload("Ada")).join()).contains("Hello, Ada");
  }
}
