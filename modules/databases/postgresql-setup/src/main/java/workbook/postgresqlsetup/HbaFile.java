package workbook.postgresqlsetup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `pg_hba.conf`, with all that it includes.
record HbaFile(List<Entry> entries) {

  /// A line of it.
  ///
  /// @param rule null if the line cannot be read
  /// @param error null if nothing is wrong; both are there for a rule that can never match
  record Entry(Path file, int line, HbaRule rule, String error) {}

  /// @throws IOException if the file itself cannot be read
  static HbaFile read(Path file, Build build) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (HbaLine line : HbaReader.read(file)) {
      entries.add(HbaParser.parse(line, build));
    }
    return new HbaFile(List.copyOf(entries));
  }

  /// Its rules, the first first. A server that has found an error takes none of them.
  List<HbaRule> rules() {
    return entries.stream().map(Entry::rule).filter(rule -> rule != null).toList();
  }

  /// The lines that keep a server from taking the file.
  List<Entry> errors() {
    return entries.stream().filter(entry -> entry.error() != null).toList();
  }
}
