package workbook.postgresqlsetup;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What `postgresql.conf` asks for. `postgres -C NAME` reads the file, prints a value and ends: no
/// server starts, and nothing is changed.
final class Settings {

  private final Workplace workplace;
  private final Path data;

  Settings(Workplace workplace, Path data) {
    this.workplace = workplace;
    this.data = data;
  }

  /// What of them would keep a server from starting.
  List<Diagnosis> troubles() throws IOException {
    Workplace.Finished read = read("data_directory");
    if (read.status() != 0) {
      return Diagnosis.of(read.output().lines().toList()).map(List::of).orElse(List.of());
    }
    List<Diagnosis> found = new ArrayList<>();
    owner(Path.of(value(read))).ifPresent(found::add);
    for (String folder : value(read("unix_socket_directories")).split(", *")) {
      if (!folder.isEmpty() && !Files.isDirectory(data.resolve(folder))) {
        found.add(new Diagnosis(Trouble.SOCKET_FOLDER, "%s is not there".formatted(folder)));
      }
    }
    int port = Integer.parseInt(value(read("port")));
    if (isTaken(port)) {
      found.add(
          new Diagnosis(Trouble.PORT_TAKEN, "127.0.0.1:%d is another program's".formatted(port)));
    }
    return found;
  }

  /// As whoever runs the workbook: for this, even root may.
  private Workplace.Finished read(String name) {
    return workplace.run(
        List.of(), List.of("bin/postgres", "-C", name, "-D", data.toAbsolutePath().toString()));
  }

  /// What was printed, but for the lines of the log that may stand before it.
  private static String value(Workplace.Finished finished) {
    return finished
        .output()
        .lines()
        .filter(line -> !Diagnosis.isOfLog(line))
        .collect(Collectors.joining())
        .strip();
  }

  private Optional<Diagnosis> owner(Path directory) throws IOException {
    String folder = Files.getOwner(directory).getName();
    String file = Files.getOwner(data.resolve("postgresql.conf")).getName();
    return folder.equals(file)
        ? Optional.empty()
        : Optional.of(
            new Diagnosis(
                Trouble.WRONG_OWNER,
                "%s belongs to %s, and postgresql.conf to %s".formatted(directory, folder, file)));
  }

  private static boolean isTaken(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
      return false;
    } catch (BindException _) {
      return true;
    }
  }
}
