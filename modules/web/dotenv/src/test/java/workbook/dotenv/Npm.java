package workbook.dotenv;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import workbook.topictest.Peer;

/// Node 20.20.2 with Vite 8.3.8, dotenv 18.0.10 and dotenv-expand 1000.0.0, as npm has them.
final class Npm {

  private static final Path FOLDER = Path.of("target", "npm");
  private static final String INSTALL =
      "npm install --prefix modules/web/dotenv/target/npm node@20.20.2 vite@8.3.8"
          + " dotenv@18.0.10 dotenv-expand@1000.0.0";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Npm() {}

  /// What the peer makes of each question: names with values.
  ///
  /// @param what as peers.mjs has it: node, dotenv, expand, vite or build
  static List<Map<String, String>> ask(String what, List<?> questions) {
    Path node = FOLDER.resolve(Path.of("node_modules", "node", "bin", "node"));
    if (!Files.isExecutable(node)) {
      throw new IllegalStateException("-Ppeers compares with npm's packages: " + INSTALL);
    }
    String script = Path.of("src/test/resources/workbook/dotenv/peers.mjs").toString();
    String output =
        Peer.output(
            List.of(node.toString(), script, FOLDER.toString(), what),
            JSON.writeValueAsString(questions));
    List<Map<String, String>> answers = new ArrayList<>();
    JSON.readValue(output, new TypeReference<List<Map<String, String>>>() {})
        .forEach(answer -> answers.add(new TreeMap<>(answer)));
    return answers;
  }
}
