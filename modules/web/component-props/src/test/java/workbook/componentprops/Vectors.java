package workbook.componentprops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// What Vue 3.5.45 answered, recorded; under `-Ppeers` the record is compared with Vue, and
/// `-Dnotes=update` writes it again.
final class Vectors {

  static final Path FILE = Path.of("src/test/resources/workbook/componentprops/vectors.json");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Vectors() {}

  static List<Object> cases() {
    return Stream.concat(Cases.written().stream(), Cases.random().limit(60)).toList();
  }

  /// Asks the peers. A line for each answer.
  static String recorded() {
    Map<String, List<Object>> recorded = new LinkedHashMap<>();
    recorded.put("runtime", Npm.ask("runtime", cases()));
    recorded.put("compile", Npm.ask("compile", Records.questions(Records.all())));
    recorded.put("names", Npm.ask("names", NamesTest.NAMES));
    recorded.put("numbers", Npm.ask("numbers", JsNumberTest.TEXTS));
    StringBuilder text = new StringBuilder("{");
    recorded.forEach((what, answers) -> {
      text.append(text.length() == 1 ? "" : ",").append("\n\"").append(what).append("\": [");
      String separator = "\n";
      for (Object answer : answers) {
        text.append(separator).append(JSON.writeValueAsString(answer));
        separator = ",\n";
      }
      text.append("\n]");
    });
    return text.append("\n}\n").toString();
  }

  /// What was answered, in the order of the questions.
  ///
  /// @param what runtime, compile, names or numbers
  static List<?> of(String what) throws IOException {
    return (List<?>) JSON.readValue(Files.readString(FILE), Map.class).get(what);
  }
}
