package workbook.dotenv;

import java.util.List;
import java.util.Set;

/// A variable as the program sees it.
///
/// @param from where its value comes from: a line, or the shell
/// @param overrides what else sets it, the strongest first
/// @param exposed whether its name has the prefix of those that go into the bundle
/// @param carries the names that are not exposed, and whose values are in this one's
record Variable(
    String name,
    String value,
    String from,
    List<String> overrides,
    boolean exposed,
    Set<String> carries) {

  /// Whether anybody may read it: it is in the bundle anyway, and holds nobody else's value.
  boolean isPublic() {
    return exposed && carries.isEmpty();
  }
}
