package workbook.postgresqlsetup;

import java.nio.file.Path;
import java.util.List;

/// A rule of `pg_hba.conf`.
///
/// @param file and `line`: where it stands
/// @param text as it stands there
/// @param address null for a rule of type `local`
/// @param options as `map=omicron`
record HbaRule(
    Path file,
    int line,
    String text,
    Type type,
    List<HbaToken> databases,
    List<HbaToken> users,
    HbaAddress address,
    String method,
    List<String> options) {

  /// The connections that a rule speaks of, by the first word of its line.
  enum Type {
    LOCAL,
    HOST,
    HOSTSSL,
    HOSTNOSSL,
    HOSTGSSENC,
    HOSTNOGSSENC
  }
}
