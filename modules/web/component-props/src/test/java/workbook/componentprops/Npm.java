package workbook.componentprops;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import workbook.topictest.Peer;

/// Vue 3.5.45 and its compiler on Node 20.20.2, as npm has them.
final class Npm {

  private static final Path FOLDER = Path.of("target", "npm");
  private static final String INSTALL =
      "npm install --prefix modules/web/component-props/target/npm node@20.20.2 vue@3.5.45"
          + " @vue/compiler-sfc@3.5.45";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Npm() {}

  /// What Vue answers to each question.
  ///
  /// @param what as peers.mjs has it: runtime, compile, names or numbers
  static List<Object> ask(String what, List<?> questions) {
    Path node = FOLDER.resolve(Path.of("node_modules", "node", "bin", "node"));
    if (!Files.isExecutable(node)) {
      throw new IllegalStateException("-Ppeers compares with npm's packages: " + INSTALL);
    }
    String script = Path.of("src/test/resources/workbook/componentprops/peers.mjs").toString();
    String output =
        Peer.output(
            List.of(node.toString(), script, FOLDER.toString(), what),
            JSON.writeValueAsString(questions));
    return List.of(JSON.readValue(output, Object[].class));
  }

  /// A member of an answer.
  @SuppressWarnings("unchecked") // JSON's objects are maps by name.
  static Map<String, Object> object(Object answer) {
    return (Map<String, Object>) answer;
  }
}
