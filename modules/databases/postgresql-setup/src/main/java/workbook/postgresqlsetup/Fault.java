package workbook.postgresqlsetup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Faults to plant into a sound data folder. Each is what happens to people, and is taken back by
/// what its remedy says.
enum Fault {
  PORT_TAKEN(Trouble.PORT_TAKEN, "another program listens on 127.0.0.1:PORT") {
    @Override
    Planted change(Cluster cluster) throws IOException {
      return new ServerSocket(cluster.port(), 1, InetAddress.getByName("127.0.0.1"))::close;
    }
  },
  SOCKET_FOLDER(Trouble.SOCKET_FOLDER, "unix_socket_directories names a folder that is not there") {
    @Override
    Planted change(Cluster cluster) {
      return () -> {};
    }

    @Override
    List<String> command(Cluster cluster) {
      return cluster.start("unix_socket_directories=" + cluster.data() + "/run");
    }
  },
  WRONG_OWNER(Trouble.WRONG_OWNER, "data_directory = '/', which is another user's") {
    @Override
    Planted change(Cluster cluster) throws IOException {
      return appended(cluster, "data_directory = '/'");
    }
  },
  WRONG_PERMISSIONS(Trouble.WRONG_PERMISSIONS, "chmod 755 data") {
    @Override
    Planted change(Cluster cluster) throws IOException {
      Set<PosixFilePermission> before = Files.getPosixFilePermissions(cluster.data());
      Files.setPosixFilePermissions(cluster.data(), PosixFilePermissions.fromString("rwxr-xr-x"));
      return () -> Files.setPosixFilePermissions(cluster.data(), before);
    }
  },
  LOCK_FILE(Trouble.LOCK_FILE, "after a crash, its process id has gone to another program") {
    @Override
    Planted change(Cluster cluster) throws IOException {
      Process other = cluster.sleeper();
      Path file = cluster.data().resolve(LockFile.NAME);
      Files.writeString(file, "%d%n%s%n".formatted(other.pid(), cluster.data()));
      cluster.give(file);
      return () -> {
        Files.delete(file);
        other.destroy();
        Workplace.await(other.toHandle());
      };
    }
  },
  WRONG_VERSION(Trouble.WRONG_VERSION, "the data folder is one of PostgreSQL 15") {
    @Override
    Planted change(Cluster cluster) throws IOException {
      return replaced(cluster.data().resolve("PG_VERSION"), "15\n".getBytes());
    }
  },
  CONTROL_FILE(Trouble.CONTROL_FILE, "one bit of global/pg_control is another") {
    @Override
    Planted change(Cluster cluster) throws IOException {
      Path file = cluster.data().resolve(ControlFile.NAME);
      byte[] bytes = Files.readAllBytes(file);
      bytes[100] ^= 1;
      return replaced(file, bytes);
    }
  },
  WAL_MISSING(Trouble.WAL_MISSING, "somebody freed disk space in pg_wal") {
    @Override
    Planted change(Cluster cluster) throws IOException {
      Path aside = Files.createTempDirectory(cluster.workplace().folder(), "wal-");
      List<Path> moved = new ArrayList<>();
      try (Stream<Path> files = Files.list(cluster.data().resolve("pg_wal"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          moved.add(Files.move(file, aside.resolve(file.getFileName())));
        }
      }
      return () -> {
        for (Path file : moved) {
          Files.move(file, cluster.data().resolve("pg_wal").resolve(file.getFileName()));
        }
      };
    }
  },
  UNKNOWN_LOCALE(Trouble.UNKNOWN_LOCALE, "lc_monetary is a locale of the machine it came from") {
    @Override
    Planted change(Cluster cluster) throws IOException {
      return appended(cluster, "lc_monetary = 'tlh_QO.UTF-8'");
    }
  },
  UNKNOWN_SETTING(Trouble.UNKNOWN_SETTING, "shared_bufers = 1GB in postgresql.conf") {
    @Override
    Planted change(Cluster cluster) throws IOException {
      return appended(cluster, "shared_bufers = 1GB");
    }
  },
  BROKEN_RULES(Trouble.BROKEN_RULES, "host all all 10.0.0.1/33 md5 in pg_hba.conf") {
    @Override
    Planted change(Cluster cluster) throws IOException {
      Path file = cluster.data().resolve("pg_hba.conf");
      return replaced(file, "# By hand.\nhost all all 10.0.0.1/33 md5\n".getBytes());
    }
  },
  DISK_FULL(Trouble.DISK_FULL, "initdb on a disk of 8 MB") {
    @Override
    Planted change(Cluster cluster) throws IOException {
      Path disk = Files.createDirectory(cluster.workplace().folder().resolve("disk"));
      return () -> Files.delete(disk);
    }

    @Override
    List<String> command(Cluster cluster) {
      return SmallDisk.command(cluster);
    }
  },
  NOT_EMPTY(Trouble.NOT_EMPTY, "initdb on a folder that holds a file") {
    @Override
    Planted change(Cluster cluster) {
      return () -> {};
    }

    @Override
    List<String> command(Cluster cluster) {
      return cluster.initdb();
    }
  };

  private final Trouble trouble;
  private final String planted;

  Fault(Trouble trouble, String planted) {
    this.trouble = trouble;
    this.planted = planted;
  }

  /// A fault that is there until it is closed.
  interface Planted extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  /// Plants it into a cluster whose server does not run.
  Planted plant(Cluster cluster) throws IOException {
    try (var _ = cluster.workplace().writing()) {
      Planted planted = change(cluster);
      return () -> {
        try (var _ = cluster.workplace().writing()) {
          planted.close();
        }
      };
    }
  }

  abstract Planted change(Cluster cluster) throws IOException;

  /// What shows it.
  List<String> command(Cluster cluster) {
    return cluster.start();
  }

  Trouble trouble() {
    return trouble;
  }

  String planted() {
    return planted;
  }

  private static Planted appended(Cluster cluster, String line) throws IOException {
    Path file = cluster.data().resolve("postgresql.conf");
    byte[] before = Files.readAllBytes(file);
    Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    return () -> Files.write(file, before);
  }

  /// Other bytes in a file that stays: so do its owner and its permissions.
  private static Planted replaced(Path file, byte[] bytes) throws IOException {
    byte[] before = Files.readAllBytes(file);
    Files.write(file, bytes);
    return () -> Files.write(file, before);
  }
}
