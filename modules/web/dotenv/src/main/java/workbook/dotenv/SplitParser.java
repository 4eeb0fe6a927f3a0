package workbook.dotenv;

import java.util.Map;
import java.util.TreeMap;

/// The first attempt: cut each line at its `=`. It is wrong for every value that holds another one,
/// and it knows neither quotes nor comments.
final class SplitParser {

  private SplitParser() {}

  static Map<String, String> parse(String text) {
    Map<String, String> values = new TreeMap<>();
    for (String line : text.split("\n")) {
      String[] parts = line.split("=");
      if (parts.length == 2) {
        values.put(parts[0], parts[1]);
      }
    }
    return values;
  }
}
