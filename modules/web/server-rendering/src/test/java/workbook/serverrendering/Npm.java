package workbook.serverrendering;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import workbook.topictest.NodePackages;

/// What npm's packages, and a browser, answer.
final class Npm {

  private static final NodePackages PACKAGES =
      new NodePackages(
          "vue@3.5.45",
          "@vue/server-renderer@3.5.45",
          "vue-router@5.5.1",
          "unrouting@0.2.3",
          "playwright-core@1.65.1");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Npm() {}

  /// @param what as peers.mjs has it: routes, render or browse
  static List<JsonNode> ask(String what, List<?> questions) {
    JsonNode answers =
        JSON.readTree(PACKAGES.ask(Npm.class, what, JSON.writeValueAsString(questions)));
    return List.copyOf(answers.values());
  }
}
