package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file of rules is read as PostgreSQL 18.6 has read it, by its recorded answers")
class HbaRecordedTest {

  @Test
  @DisplayName("a line for each message, and 600 random ones")
  void recorded() throws IOException, URISyntaxException {
    Path folder =
        Path.of(Objects.requireNonNull(getClass().getResource("recorded/rows.txt")).toURI())
            .getParent();
    List<Row> rows =
        HbaFile.read(folder.resolve("pg_hba.conf"), Build.ours()).entries().stream()
            .map(Row::of)
            .toList();
    assertThat(Row.lines(rows).lines())
        .containsExactlyElementsOf(Files.readAllLines(folder.resolve("rows.txt")));
  }

  // PostgreSQL 18, 20.1: what a server with all of it takes.
  @Test
  @DisplayName("a server that was built with everything takes more")
  void everything(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("pg_hba.conf"),
            """
            hostssl all all all md5
            hostgssenc all all all gss
            local all all pam pamservice=p
            host all all all ldap ldapserver=l ldapprefix=cn=
            host all all all sspi
            """);
    List<Row> rows =
        HbaFile.read(file, Build.everything()).entries().stream().map(Row::of).toList();
    assertThat(rows.stream().map(Row::error))
        .containsExactly(
            null,
            null,
            null,
            null,
            "invalid authentication method \"sspi\": not supported by this build");
    assertThat(rows.stream().map(Row::options))
        .containsExactly(
            List.of(),
            List.of(),
            List.of("pamservice=p"),
            List.of("ldapserver=l", "ldapprefix=cn="),
            List.of());
  }
}
