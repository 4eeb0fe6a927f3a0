package workbook.answers.pages;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Something wrong with a page, and where.
///
/// @param line from 1
/// @param message one line, then perhaps a difference
record Problem(Path file, int line, String message) implements Comparable<Problem> {

  /// Says how a block differs from what it should hold. What it leaves out with a line `…` is no
  /// difference.
  static String difference(String what, String inPage, String actual) {
    List<String> before = new ArrayList<>();
    Set<Integer> leftOut = new HashSet<>();
    for (String line : inPage.lines().toList()) {
      if (line.equals(Bindings.LEFT_OUT)) {
        leftOut.add(before.size());
      } else {
        before.add(line);
      }
    }
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            "in the page", what, before, patch(before, leftOut, actual), 2);
    return "the block is not what it says (-Dnotes=update rewrites it)\n" + String.join("\n", diff);
  }

  private static Patch<String> patch(List<String> before, Set<Integer> leftOut, String actual) {
    Patch<String> patch = new Patch<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(before, actual.lines().toList()).getDeltas()) {
      if (delta.getType() != DeltaType.INSERT
          || !leftOut.contains(delta.getSource().getPosition())) {
        patch.addDelta(delta);
      }
    }
    return patch;
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
