package workbook.serverrendering;

import java.util.ArrayList;
import java.util.List;

/// First the names that count, then each of them by replacement.
final class FilePath {

  private FilePath() {}

  static String of(String file) {
    String path = file.substring(0, file.lastIndexOf('.'));
    List<String> names = new ArrayList<>(List.of(path.split("/")));
    names.removeIf(name -> name.equals("index") || name.matches("\\([\\w-]+\\)"));
    StringBuilder route = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      String rest = i == names.size() - 1 ? "(.*)" : "([^/]*)";
      route
          .append('/')
          .append(
              names
                  .get(i)
                  .replaceAll("\\[\\.\\.\\.(\\w+)]", ":$1" + rest + "*")
                  .replaceAll("\\[\\[(\\w+)]]", ":$1?")
                  .replaceAll("\\[(\\w+)]", ":$1()"));
    }
    return route.isEmpty() ? "/" : route.toString();
  }
}
