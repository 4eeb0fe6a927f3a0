package workbook.dotenv;

import java.util.List;
import java.util.Map;

/// The strongest first: the first that sets the variable wins.
final class Winner {

  private Winner() {}

  static String of(String variable, String mode, Map<String, Map<String, String>> files) {
    if (mode.equals("local")) {
      throw new IllegalArgumentException("a mode cannot be called local");
    }
    List<String> strongestFirst =
        List.of(".env." + mode + ".local", ".env." + mode, ".env.local", ".env");
    for (String file : strongestFirst) {
      if (files.getOrDefault(file, Map.of()).containsKey(variable)) {
        return file;
      }
    }
    return "";
  }
}
