package workbook.postgresqlsetup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import workbook.lab.Refusal;

/// PostgreSQL's programs as an archive on the class path. The project zonky packs them for Maven
/// Central: `initdb`, `pg_ctl` and `postgres`, with the libraries that they need.
final class Binaries {

  /// What only compilers and full-text search need: a fifth of the archive's bytes.
  private static final Set<String> LEFT_OUT = Set.of(".a", ".affix", ".dict", ".ths", ".syn");

  private Binaries() {}

  /// The name of the archive for a machine.
  ///
  /// @param os as in the system property `os.name`
  /// @param arch as in `os.arch`
  /// @throws Refusal if PostgreSQL is not packed for such a machine
  static String archive(String os, String arch) {
    String system =
        switch (os.toLowerCase(Locale.ROOT).split(" ", 2)[0]) {
          case "linux" -> "linux";
          case "mac" -> "darwin";
          default -> throw noneFor(os, arch);
        };
    return switch (arch) {
      case "amd64", "x86_64" -> "postgres-" + system + "-x86_64.txz";
      case "aarch64" -> "postgres-" + system + "-arm_64.txz";
      default -> throw noneFor(os, arch);
    };
  }

  private static Refusal noneFor(String os, String arch) {
    return new Refusal(
        "PostgreSQL's programs are packed here for Linux and macOS on x86_64 and arm64, and this is"
            + " %s on %s".formatted(os, arch));
  }

  /// Unpacks the archive of this machine.
  ///
  /// @param workplace whose folder will have `bin`, `lib` and `share`
  /// @throws Refusal if there is none for this machine
  static void unpackTo(Workplace workplace) {
    String name = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
    try (InputStream resource = Binaries.class.getClassLoader().getResourceAsStream(name)) {
      if (resource == null) {
        throw new Refusal(name + " is not on the class path: Maven did not fetch it");
      }
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          if (LEFT_OUT.stream().noneMatch(entry.getName()::endsWith)) {
            // Refuses a name that leads out of the folder.
            try (var _ = workplace.writing()) {
              unpack(tar, entry, entry.resolveIn(workplace.folder()));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpack(InputStream tar, TarArchiveEntry entry, Path to) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(to);
    } else {
      Files.createDirectories(to.getParent());
      if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
      } else {
        Files.copy(tar, to);
        Files.setPosixFilePermissions(to, permissions(entry.getMode()));
      }
    }
  }

  /// For everybody to read, as the server may run as another user.
  private static Set<PosixFilePermission> permissions(int mode) {
    return PosixFilePermissions.fromString((mode & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
  }
}
