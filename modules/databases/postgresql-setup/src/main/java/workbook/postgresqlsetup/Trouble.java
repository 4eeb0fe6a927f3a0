package workbook.postgresqlsetup;

import java.util.Locale;
import java.util.regex.Pattern;

/// What keeps a server from starting, or a data folder from being made: how the server says it, and
/// what helps. In the order in which a log is looked through for them.
enum Trouble {
  DISK_FULL(
      "No space left on device",
      "free space there (df -h), or move pg_wal to another disk; never delete files of pg_wal"),
  PORT_TAKEN(
      "could not bind .*Address already in use",
      "see who listens there (ss -ltnp) and stop it, or set another port in postgresql.conf"),
  SOCKET_FOLDER(
      "could not create lock file \".*\\.s\\.PGSQL\\.",
      "make that folder and give it to the server's user, or set unix_socket_directories"),
  WRONG_OWNER(
      "has wrong ownership|could not access .*Permission denied|could not open .*Permission denied",
      "start it as the folder's owner; one that was copied is given to the server's user: chown -R"),
  WRONG_PERMISSIONS("data directory .* has invalid permissions", "chmod 700 the data folder"),
  LOCK_FILE(
      "lock file \"postmaster.pid\"",
      "if that process is a postgres, stop it; if it is not, a crash left the file: delete it"),
  WRONG_VERSION(
      "initialized by PostgreSQL version",
      "start it with that version's programs; pg_upgrade or a dump takes it to this one"),
  CONTROL_FILE(
      "incorrect checksum in control file|could not find the database system|global/pg_control",
      "restore a backup; pg_resetwal can make one up, and loses what was not written yet"),
  WAL_MISSING(
      "could not locate a valid checkpoint record",
      "put the files back into pg_wal, or restore a backup; pg_resetwal loses transactions"),
  UNKNOWN_LOCALE(
      "invalid value for parameter \"lc_|invalid locale name",
      "install that locale (locale -a lists what there is), or set it to C"),
  UNKNOWN_SETTING(
      "unrecognized configuration parameter|invalid value for parameter",
      "correct that line; postgres -C NAME says whether the file can be read"),
  BROKEN_RULES(
      "could not load .*pg_hba\\.conf",
      "correct that line; a server that runs keeps its old rules, and only its log says so"),
  NOT_EMPTY(
      "exists but is not empty",
      "if it holds a cluster, start that one; else give initdb an empty folder, or none"),
  NO_CLUSTER(
      "could not access the server configuration file|is not a valid data directory|directory \".*\" does not exist",
      "run initdb first, or name the folder that has PG_VERSION in it"),
  ROOT(
      "\"root\" execution|cannot be run as root",
      "start it as another user: a server that is broken into would give away the machine");

  private final Pattern symptom;
  private final String remedy;

  Trouble(String symptom, String remedy) {
    this.symptom = Pattern.compile(symptom);
    this.remedy = remedy;
  }

  /// Whether a line of a log speaks of it.
  boolean isIn(String line) {
    return symptom.matcher(line).find();
  }

  String remedy() {
    return remedy;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
