package workbook.apidecryption;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import workbook.topictest.NodePackages;

/// crypto-js and two bundlers, as npm has them.
final class Npm {

  private static final NodePackages PACKAGES =
      new NodePackages("crypto-js@4.2.0", "esbuild@0.28.2", "webpack@5.113.0");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Npm() {}

  /// What the peer makes of each question.
  ///
  /// @param what as peers.mjs has it: key, phrase, kdf, words, bytes, decrypt, esbuild, webpack or
  ///   page
  static List<String> ask(String what, List<?> questions) {
    String output = PACKAGES.ask(Npm.class, what, JSON.writeValueAsString(questions));
    return JSON.readValue(output, new TypeReference<List<String>>() {});
  }
}
