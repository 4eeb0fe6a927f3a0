package workbook.dotenv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import workbook.topictest.NodePackages;

/// What npm's packages make of a text.
final class Npm {

  private static final NodePackages PACKAGES =
      new NodePackages("vite@8.3.8", "dotenv@18.0.10", "dotenv-expand@1000.0.0");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Npm() {}

  /// What the peer makes of each question: names with values.
  ///
  /// @param what as peers.mjs has it: node, dotenv, expand, vite or build
  static List<Map<String, String>> ask(String what, List<?> questions) {
    String output = PACKAGES.ask(Npm.class, what, JSON.writeValueAsString(questions));
    List<Map<String, String>> answers = new ArrayList<>();
    JSON.readValue(output, new TypeReference<List<Map<String, String>>>() {})
        .forEach(answer -> answers.add(new TreeMap<>(answer)));
    return answers;
  }
}
