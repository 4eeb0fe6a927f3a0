package workbook.postgresqlsetup;

import java.util.List;

/// How a line of `pg_hba.conf` is first read: cut at blanks, and at a `#`. Wrong for quotes, lists
/// and files.
final class SplitLine {

  private SplitLine() {}

  static List<String> fields(String line) {
    String withoutComment = line.split("#", 2)[0].strip();
    return withoutComment.isEmpty() ? List.of() : List.of(withoutComment.split("\\s+"));
  }
}
