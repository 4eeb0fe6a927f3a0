package workbook.postgresqlsetup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Looks into a data folder for what would keep a server from starting on it, as the server does
/// and in its order. Nothing is changed, and no server is started.
final class Inspection {

  /// The major version whose files are known here.
  static final String VERSION = "18";

  private static final String RULES = "pg_hba.conf";

  /// What a server needs free at least: one new segment of the write-ahead log.
  private static final long SEGMENT = 16 << 20;

  private static final Set<PosixFilePermission> TOO_MUCH =
      EnumSet.complementOf(EnumSet.copyOf(PosixFilePermissions.fromString("rwxr-x---")));

  private final Path data;
  private final List<Diagnosis> found = new ArrayList<>();

  private Inspection(Path data) {
    this.data = data;
  }

  /// @return what was found; where one thing hides the rest, that one alone
  static List<Diagnosis> of(Path data) throws IOException {
    Inspection inspection = new Inspection(data);
    try {
      if (inspection.isCluster()) {
        inspection.inspect();
      }
    } catch (AccessDeniedException e) {
      inspection.add(Trouble.WRONG_OWNER, "%s may not be read by you".formatted(e.getFile()));
    }
    return inspection.found;
  }

  /// The server that runs on the folder.
  static Optional<ProcessHandle> server(Path data) {
    return LockFile.read(data).flatMap(LockFile::server);
  }

  private boolean isCluster() throws IOException {
    if (!Files.isDirectory(data)) {
      add(Trouble.NO_CLUSTER, "%s is no folder".formatted(data));
    } else if (!Files.exists(data.resolve("PG_VERSION"))) {
      try (Stream<Path> files = Files.list(data)) {
        if (files.findAny().isEmpty()) {
          add(Trouble.NO_CLUSTER, "%s is empty".formatted(data));
        } else {
          add(Trouble.NOT_EMPTY, "%s has no PG_VERSION, but other files".formatted(data));
        }
      }
    } else {
      String version = Files.readString(data.resolve("PG_VERSION")).strip();
      if (version.equals(VERSION)) {
        return true;
      }
      add(Trouble.WRONG_VERSION, "PG_VERSION says %s, and this is %s".formatted(version, VERSION));
    }
    return false;
  }

  private void inspect() throws IOException {
    owner();
    permissions();
    lockFile();
    if (Files.getFileStore(data).getUsableSpace() < SEGMENT) {
      add(Trouble.DISK_FULL, "less than 16 MB are free");
    }
    controlFile();
    if (Files.exists(data.resolve(RULES))) {
      HbaFile.read(data.resolve(RULES), Build.everything()).errors().stream()
          .findFirst()
          .ifPresent(error ->
              add(
                  Trouble.BROKEN_RULES,
                  "%s in line %d of pg_hba.conf".formatted(error.error(), error.line())));
    }
  }

  /// All of a cluster has one owner.
  private void owner() throws IOException {
    String owner = Files.getOwner(data).getName();
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.sorted().toList()) {
        if (!Files.getOwner(file).getName().equals(owner)) {
          add(
              Trouble.WRONG_OWNER,
              "the folder belongs to %s, and %s to %s"
                  .formatted(owner, file.getFileName(), Files.getOwner(file).getName()));
          return;
        }
      }
    }
  }

  private void permissions() throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(data);
    if (permissions.stream().anyMatch(TOO_MUCH::contains)) {
      add(
          Trouble.WRONG_PERMISSIONS,
          "they are %s, and may be rwx------ or rwxr-x---"
              .formatted(PosixFilePermissions.toString(permissions)));
    }
  }

  /// A process that has ended, or is another user's, does no harm: the server deletes the file.
  private void lockFile() throws IOException {
    Optional<LockFile> lock = LockFile.read(data);
    String owner = Files.getOwner(data).getName();
    if (lock.isPresent() && lock.get().isEmpty()) {
      add(Trouble.LOCK_FILE, LockFile.NAME + " is empty");
    }
    lock.flatMap(LockFile::process)
        .filter(process -> !LockFile.program(process).equals("postgres"))
        .filter(process -> process.info().user().orElse("").equals(owner))
        .ifPresent(process ->
            add(
                Trouble.LOCK_FILE,
                "process %d of %s is not postgres, but %s"
                    .formatted(process.pid(), LockFile.NAME, LockFile.program(process))));
  }

  private void controlFile() {
    try {
      String wal = ControlFile.read(data).walFile();
      if (!Files.exists(data.resolve("pg_wal").resolve(wal))) {
        add(Trouble.WAL_MISSING, "recovery begins in pg_wal/%s, which is not there".formatted(wal));
      }
    } catch (ControlFile.Damaged e) {
      add(Trouble.CONTROL_FILE, e.getMessage());
    }
  }

  private void add(Trouble trouble, String evidence) {
    found.add(new Diagnosis(trouble, evidence));
  }
}
