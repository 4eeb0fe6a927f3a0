package workbook.postgresqlsetup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import workbook.lab.Refusal;

/// The user that PostgreSQL's programs run as. They refuse to run as root, since a server that is
/// broken into would give away the machine; so where the workbook runs as root, they run as
/// `nobody`.
///
/// @param prefix what stands before each command
/// @param owner of the files, if that is another than who runs the workbook
record Account(List<String> prefix, Optional<UserPrincipal> owner) {

  private static final String OTHER = "nobody";

  /// @param made a file that this process has made
  /// @throws Refusal if it is root's, and there is no other user to run as
  static Account of(Path made) {
    try {
      if (!Integer.valueOf(0).equals(Files.getAttribute(made, "unix:uid"))) {
        return new Account(List.of(), Optional.empty());
      }
      UserPrincipal nobody =
          made.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(OTHER);
      if (!onPath("setpriv")) {
        throw new Refusal(
            "PostgreSQL refuses to run as root, and setpriv (util-linux), which would run it as"
                + " nobody, is not installed: run this as another user");
      }
      return new Account(
          List.of("setpriv", "--reuid", OTHER, "--regid", gid(made, nobody), "--clear-groups"),
          Optional.of(nobody));
    } catch (UserPrincipalNotFoundException e) {
      throw new Refusal(
          "PostgreSQL refuses to run as root, and there is no user nobody to run it as: run this as"
              + " another user",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A group of the number that the user has: it need not have a name.
  private static String gid(Path made, UserPrincipal user) throws IOException {
    Files.setOwner(made, user);
    return Files.getAttribute(made, "unix:uid").toString();
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
