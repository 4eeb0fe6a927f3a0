package workbook.postgresqlsetup;

import java.util.ArrayList;
import java.util.List;

/// A disk of 8 MB in memory, which is seen by one command and its children alone, and is gone with
/// them: a file system of the type tmpfs in a mount namespace of its own. Linux lets everybody make
/// one, unless the machine forbids it.
final class SmallDisk {

  private static final String MOUNT =
      "mount -t tmpfs -o size=8m,mode=0777 tmpfs disk && exec \"$@\"";

  private SmallDisk() {}

  /// A command that runs initdb on it, to be run without the account's prefix.
  static List<String> command(Cluster cluster) {
    List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
    List<String> prefix = cluster.account().prefix();
    if (prefix.isEmpty()) {
      // Mounting takes root, which one is in a user namespace; and initdb takes another user.
      command.addAll(List.of("--user", "--map-root-user"));
      prefix = List.of("unshare", "--user");
    }
    command.addAll(List.of("sh", "-c", MOUNT, "sh"));
    command.addAll(prefix);
    command.addAll(List.of("bin/initdb", "-D", "disk/data", "-U", "postgres", "--no-sync"));
    return command;
  }

  /// Whether the machine has refused to make it.
  static boolean refused(String output) {
    return output
        .lines()
        .anyMatch(line -> line.startsWith("unshare: ") || line.startsWith("mount: "));
  }
}
