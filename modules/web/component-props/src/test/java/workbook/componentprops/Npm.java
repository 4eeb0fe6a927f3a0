package workbook.componentprops;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import workbook.topictest.NodePackages;

/// Vue and its compiler, as npm has them.
final class Npm {

  private static final NodePackages PACKAGES =
      new NodePackages("vue@3.5.45", "@vue/compiler-sfc@3.5.45");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Npm() {}

  /// What Vue answers to each question.
  ///
  /// @param what as peers.mjs has it: runtime, compile, names or numbers
  static List<Object> ask(String what, List<?> questions) {
    String output = PACKAGES.ask(Npm.class, what, JSON.writeValueAsString(questions));
    return List.of(JSON.readValue(output, Object[].class));
  }

  /// A member of an answer.
  @SuppressWarnings("unchecked") // JSON's objects are maps by name.
  static Map<String, Object> object(Object answer) {
    return (Map<String, Object>) answer;
  }
}
