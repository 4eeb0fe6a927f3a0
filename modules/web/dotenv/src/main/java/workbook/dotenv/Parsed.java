package workbook.dotenv;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is in a file: the assignments as the tool takes them, and what its author has to mend.
record Parsed(List<Entry> entries, List<Problem> problems) {

  /// The value of each name: of two assignments, the last.
  Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    entries.forEach(entry -> values.put(entry.name(), entry.value()));
    return values;
  }
}
