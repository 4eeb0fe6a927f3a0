package workbook.apidecryption;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import workbook.topictest.Peer;

/// Node 20.20.2 with crypto-js 4.2.0, esbuild 0.28.2 and webpack 5.113.0, as npm has them.
final class Npm {

  private static final Path FOLDER = Path.of("target", "npm");
  private static final String INSTALL =
      "npm install --prefix modules/web/api-decryption/target/npm node@20.20.2 crypto-js@4.2.0"
          + " esbuild@0.28.2 webpack@5.113.0";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Npm() {}

  /// What the peer makes of each question.
  ///
  /// @param what as peers.mjs has it: key, phrase, kdf, words, bytes, decrypt, esbuild, webpack or
  ///   page
  static List<String> ask(String what, List<?> questions) {
    Path node = FOLDER.resolve(Path.of("node_modules", "node", "bin", "node"));
    if (!Files.isExecutable(node)) {
      throw new IllegalStateException("-Ppeers compares with npm's packages: " + INSTALL);
    }
    String script = Path.of("src/test/resources/workbook/apidecryption/peers.mjs").toString();
    String output =
        Peer.output(
            List.of(node.toString(), script, FOLDER.toString(), what),
            JSON.writeValueAsString(questions));
    return JSON.readValue(output, new TypeReference<List<String>>() {});
  }
}
