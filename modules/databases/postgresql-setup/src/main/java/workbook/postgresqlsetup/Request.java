package workbook.postgresqlsetup;

/// Who wants in, from where and how.
///
/// @param client null for a connection by the local socket
/// @param replication whether it asks for a physical replication stream, and for no database
record Request(
    String user, String database, IpAddress client, boolean tls, boolean gss, boolean replication) {

  /// How the server describes it where it lets nobody in: `no pg_hba.conf entry for …`.
  String described() {
    String host = client == null ? "[local]" : client.toString();
    String encryption = gss ? "GSS encryption" : tls ? "SSL encryption" : "no encryption";
    return replication
        ? "replication connection from host \"%s\", user \"%s\", %s"
            .formatted(host, user, encryption)
        : "host \"%s\", user \"%s\", database \"%s\", %s"
            .formatted(host, user, database, encryption);
  }
}
