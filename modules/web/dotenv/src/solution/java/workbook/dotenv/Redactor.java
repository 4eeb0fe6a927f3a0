package workbook.dotenv;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Walks once: what has been written is never searched, so a name that looks like a value is safe.
final class Redactor {

  private Redactor() {}

  static String redacted(String text, Map<String, String> secrets) {
    List<Map.Entry<String, String>> longestFirst =
        secrets.entrySet().stream()
            .filter(secret -> !secret.getValue().isEmpty())
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<String, String> secret) -> -secret.getValue().length())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    StringBuilder redacted = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int from = at;
      var found =
          longestFirst.stream()
              .filter(secret -> text.startsWith(secret.getValue(), from))
              .findFirst();
      redacted.append(
          found.map(secret -> "[" + secret.getKey() + "]").orElse(text.substring(at, at + 1)));
      at += found.map(secret -> secret.getValue().length()).orElse(1);
    }
    return redacted.toString();
  }
}
