package workbook.postgresqlsetup;

import java.util.Set;

/// What a server was built and set up with, as far as it matters to `pg_hba.conf`.
///
/// @param missing methods that it knows by name alone
/// @param ssl whether it takes TLS connections
/// @param gss whether it was built with GSSAPI
record Build(Set<String> missing, boolean ssl, boolean gss) {

  /// A server of a Linux distribution, with `ssl = on`.
  static Build everything() {
    return new Build(Set.of("sspi", "bsd"), true, true);
  }

  /// The server of this topic as it is set up.
  static Build ours() {
    return new Build(Set.of("gss", "sspi", "pam", "bsd", "ldap"), false, false);
  }
}
