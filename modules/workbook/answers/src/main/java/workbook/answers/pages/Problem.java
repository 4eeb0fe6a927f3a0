package workbook.answers.pages;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.file.Path;
import java.util.List;

/// Something wrong with a page, and where.
///
/// @param line from 1
/// @param message one line, then perhaps a difference
record Problem(Path file, int line, String message) implements Comparable<Problem> {

  /// Says how a block differs from what it should hold.
  static String difference(String what, String inPage, String actual) {
    List<String> before = inPage.lines().toList();
    List<String> after = actual.lines().toList();
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            "in the page", what, before, DiffUtils.diff(before, after), 2);
    return "the block is not what it says (-Dnotes=update rewrites it)\n" + String.join("\n", diff);
  }

  @Override
  public int compareTo(Problem other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line, other.line);
  }

  /// The problem as a reader sees it.
  ///
  /// @param root what the file is shown relative to
  String show(Path root) {
    return "%s:%d: %s".formatted(root.relativize(file), line, message);
  }
}
