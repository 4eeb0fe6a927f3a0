package workbook.postgresqlsetup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import workbook.lab.Refusal;

/// A data folder, which PostgreSQL calls a database cluster, and the server that runs on it. Its
/// user is `postgres`, with a password. It listens on 127.0.0.1, and on a socket in the workplace's
/// folder.
final class Cluster {

  static final String SUPERUSER = "postgres";
  static final String PASSWORD = "pencil";

  private final Workplace workplace;
  private final String name;
  private final int port;

  private Cluster(Workplace workplace, String name, int port) {
    this.workplace = workplace;
    this.name = name;
    this.port = port;
  }

  /// A cluster that is not there yet.
  static Cluster in(Workplace workplace) {
    return in(workplace, "data");
  }

  /// @param name of the data folder
  static Cluster in(Workplace workplace, String name) {
    Cluster cluster = new Cluster(workplace, name, freePort());
    workplace.add(cluster);
    return cluster;
  }

  /// PostgreSQL has no port 0, so somebody else may take this one in between; then the server says
  /// so.
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Workplace workplace() {
    return workplace;
  }

  Account account() {
    return workplace.account();
  }

  /// Makes a file the server's.
  void give(Path made) {
    workplace.give(made);
  }

  /// A process of the server's user that is no server, and runs already.
  Process sleeper() throws IOException {
    List<String> command = new ArrayList<>(account().prefix());
    command.addAll(List.of("sh", "-c", "echo; exec sleep 1000"));
    Process process = workplace.start(command, ProcessBuilder.Redirect.PIPE);
    // Before that it is root's for a moment, and then it would do no harm to a server.
    process.getInputStream().read();
    return process;
  }

  int port() {
    return port;
  }

  Path data() {
    return workplace.folder().resolve(name);
  }

  Path socket() {
    return workplace.folder().resolve(".s.PGSQL." + port);
  }

  private String logName() {
    return name.equals("data") ? "log" : name + ".log";
  }

  Path log() {
    return workplace.folder().resolve(logName());
  }

  /// The command that makes the data folder.
  List<String> initdb() {
    return List.of(
        "bin/initdb",
        "-D",
        name,
        "-U",
        SUPERUSER,
        "--no-locale",
        "-E",
        "UTF8",
        "-A",
        "scram-sha-256",
        "--pwfile=password",
        "--wal-segsize=1",
        "--no-sync");
  }

  /// The command that starts the server.
  ///
  /// @param settings as `work_mem=8MB`
  List<String> start(String... settings) {
    StringBuilder options =
        new StringBuilder(
            "-p %d -k %s -c listen_addresses=127.0.0.1".formatted(port, workplace.folder()));
    for (String setting : settings) {
      options.append(" -c ").append(setting);
    }
    return List.of(
        "bin/pg_ctl", "-D", name, "-l", logName(), "-o", options.toString(), "--wait", "start");
  }

  /// The command that stops it, without waiting for clients.
  List<String> stop() {
    return List.of("bin/pg_ctl", "-D", name, "-m", "fast", "--wait", "stop");
  }

  /// Makes the folder and starts the server.
  ///
  /// @throws Refusal if one of them fails
  void up(String... settings) {
    prepare();
    must(initdb());
    must(start(settings));
  }

  /// Gives the server's user what `initdb` needs: a folder to write in, and the password.
  void prepare() {
    Path password = workplace.folder().resolve("password");
    try (var _ = workplace.writing()) {
      Files.writeString(password, PASSWORD + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    workplace.give(password);
    workplace.give(workplace.folder());
  }

  /// Forgets what the log holds.
  void clearLog() {
    try {
      Files.deleteIfExists(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs a command that has to work.
  ///
  /// @return what it printed
  /// @throws Refusal if it fails, with the last line of what it said, or of the server's log
  String must(List<String> command) {
    Workplace.Finished finished = workplace.run(command);
    if (finished.status() != 0) {
      List<String> lines = new ArrayList<>(finished.output().strip().lines().toList());
      lines.addAll(logLines());
      throw new Refusal(
          "%s failed: %s"
              .formatted(command.getFirst(), Diagnosis.worst(lines).orElse("no reason")));
    }
    return finished.output();
  }

  /// What the server has written into its log; nothing if it has never run.
  List<String> logLines() {
    try {
      return Files.exists(log()) ? Files.readAllLines(log()) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A connection of the superuser.
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", PASSWORD);
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), properties);
  }

  /// Ends the server, if there is one, and waits until it is gone. What it has not written is lost.
  void kill() {
    LockFile.read(data())
        .flatMap(LockFile::server)
        .ifPresent(server -> {
          List<String> stop =
              List.of("bin/pg_ctl", "-D", name, "-m", "immediate", "--wait", "stop");
          // It waits until the lock file is gone, which is the last that a server does.
          if (workplace.run(stop).status() != 0) {
            Workplace.await(server);
          }
        });
  }
}
