package workbook.postgresqlsetup;

import workbook.exercise.Todo;

/// Which addresses a rule speaks of.
final class Netmask {

  private Netmask() {}

  /// Whether a client is in a network, as PostgreSQL has it: address and network agree wherever the
  /// mask has a one. The ones of a mask need not be in a row, and the network may have ones where
  /// the mask has none.
  ///
  /// @param network as in `pg_hba.conf`: `10.0.0.0/8`, or with a mask, `10.0.0.0 255.0.0.0`; IPv4
  /// @param client as `10.1.2.3`
  static boolean contains(String network, String client) {
    return Todo.todo("postgresql-setup/2");
  }
}
