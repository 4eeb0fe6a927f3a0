package workbook.dotenv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What Node 20.20.2, dotenv 18.0.10, dotenv-expand 1000.0.0 and Vite 8.3.8 answered, recorded;
/// under `-Ppeers` the record is compared with them, and `-Dnotes=update` writes it again.
final class Vectors {

  static final Path FILE = Path.of("src/test/resources/workbook/dotenv/vectors.json");

  /// What is set before the files are read, in all of them.
  static final Map<String, String> SHELL = Map.of("S", "shell", "E", "", "W", "a$X");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final List<String> TEXTS =
      List.of(
          "A=b=c==",
          "A=a#b",
          "A=a #b",
          "A=\"a#b\"",
          "A=`a # \"b\" 'c'`",
          "A=\"l1\\nl2\"",
          "A='l1\\nl2'",
          "A=l1\\nl2",
          "A=\"l1\nl2\"",
          "A=\"abc\nB=1",
          "export A=1",
          "A: 1",
          "  A =  b c  ",
          "A=",
          "A",
          "A-B=1\nA.B=2\n1A=3",
          "A=1\nA=2",
          "A=1\r\nB=2\r\n",
          "A=1\rB=2",
          "\uFEFFA=1",
          "A=\"a\\\"b\"",
          "A='it's'",
          "A=\"x\" y",
          "A=1\nB\nC=2",
          "#A=1",
          "# no end\nA=1\n#B=2",
          "A b=1\nC=2",
          "=1\nA=2",
          "A='\nB=1",
          "A=\n'x'",
          "A=\"x\" # y",
          "A='1\n\n2'\nB=3",
          "A='x\\'\nB='y'",
          "export=1",
          "A=\t1\t",
          "");

  private static final List<String> ASSIGNMENTS =
      List.of(
          "X=1\nA=$X",
          "X=1\nA=${X}b",
          "A=$X\nX=1",
          "A=[$NOPE]",
          "A=${NOPE:-def}",
          "A=${NOPE-def}",
          "Y=\nA=${Y:-def}",
          "Y=\nA=${Y-def}",
          "A=${NOPE:-${ALSO:-x}}",
          "X=1\nA=${NOPE:-$X}",
          "X=1\nA=\\$X",
          "X=1\nA=\"\\$X\"",
          "X=1\nA='$X'",
          "A=pa$$word",
          "A=abc$",
          "A=$1",
          "A=$A",
          "A=$B\nB=$A",
          "X=1\nA=${X:+yes}",
          "A=${NOPE:+yes}",
          "A=$B\nB=$C\nC=1",
          "A=$nullable",
          "S=file\nA=$S",
          "W=file\nA=$W",
          "E=file\nA=$E",
          "A=${S:-def}",
          "A=${A:-def}",
          "X=1\nB=\\$X\nC=$B",
          "NODE_ENV=test",
          "X=a$&b\nA=<$X>");

  private Vectors() {}

  static List<String> texts() {
    return Stream.concat(TEXTS.stream(), RandomTexts.lines().limit(60)).toList();
  }

  static List<String> assignments() {
    return ASSIGNMENTS;
  }

  /// Asks the peers.
  static String recorded() {
    Map<String, Object> recorded = new LinkedHashMap<>();
    recorded.put("node", answers(texts(), Npm.ask("node", texts())));
    recorded.put("dotenv", answers(texts(), Npm.ask("dotenv", texts())));
    List<Object> vite = new ArrayList<>();
    List<Object> expand = new ArrayList<>();
    for (String text : assignments()) {
      vite.add(Map.of("files", Map.of(".env", text), "mode", "development", "shell", SHELL));
      expand.add(Map.of("text", text, "shell", SHELL));
    }
    recorded.put("vite", answers(assignments(), Npm.ask("vite", vite)));
    recorded.put("expand", answers(assignments(), Npm.ask("expand", expand)));
    return JSON.writeValueAsString(recorded).replace(System.lineSeparator(), "\n") + "\n";
  }

  private static Map<String, Object> answers(
      List<String> texts, List<Map<String, String>> answers) {
    Map<String, Object> byText = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      byText.put(texts.get(i), answers.get(i));
    }
    return byText;
  }

  /// What one of them answered: values by name, by text.
  static Map<String, Map<String, String>> of(String peer) throws IOException {
    return JSON.readValue(
            Files.readString(FILE),
            new TypeReference<Map<String, Map<String, Map<String, String>>>>() {})
        .get(peer);
  }
}
