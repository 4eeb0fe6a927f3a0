package workbook.postgresqlsetup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which roles are members of which.
///
/// @param memberOf the roles that a role was granted, by its name
record Roles(Map<String, Set<String>> memberOf) {

  /// Whether a user is a role, was granted it, or was granted one that was. To be superuser does
  /// not count.
  boolean isMember(String user, String role) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(user);
    while (!open.isEmpty()) {
      String next = open.remove();
      if (next.equals(role)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(memberOf.getOrDefault(next, Set.of()));
      }
    }
    return false;
  }
}
