package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.topictest.Printed;

@Tag("solutions")
@DisplayName("A planted fault")
class FaultTest {

  /// What is not in the folder.
  private static final Set<Fault> ELSEWHERE =
      Set.of(Fault.PORT_TAKEN, Fault.SOCKET_FOLDER, Fault.DISK_FULL, Fault.NOT_EMPTY);

  @ParameterizedTest
  @EnumSource
  @DisplayName("is known by what the server says, and is gone when it is taken back")
  void log(Fault fault) throws IOException {
    Cluster cluster = TestServer.spare();
    try (var _ = fault.plant(cluster)) {
      assertThat(Diagnosis.of(Faults.failing(cluster, fault)).map(Diagnosis::trouble))
          .contains(fault.trouble());
    }
    cluster.clearLog();
    cluster.must(cluster.start());
    cluster.must(cluster.stop());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("is found in the folder, and nothing else is")
  void folder(Fault fault) throws IOException {
    Cluster cluster = TestServer.spare();
    try (var _ = fault.plant(cluster)) {
      List<Trouble> found = found(cluster);
      if (ELSEWHERE.contains(fault)) {
        assertThat(found).isEmpty();
      } else {
        assertThat(found).containsExactly(fault.trouble());
      }
    }
    assertThat(found(cluster)).isEmpty();
  }

  private static List<Trouble> found(Cluster cluster) throws IOException {
    List<Diagnosis> found = new ArrayList<>(Inspection.of(cluster.data()));
    if (found.stream().noneMatch(each -> each.trouble() == Trouble.WRONG_VERSION)) {
      found.addAll(new Settings(cluster.workplace(), cluster.data()).troubles());
    }
    // The port of postgresql.conf, 5432, may be another program's on this machine.
    return found.stream()
        .map(Diagnosis::trouble)
        .filter(trouble -> trouble != Trouble.PORT_TAKEN)
        .distinct()
        .toList();
  }

  // A link to it has the owner of what it leads to; so who is not root can have one, too.
  @Test
  @DisplayName("is found where a file in the folder is another user's")
  void owner() throws IOException {
    Cluster cluster = TestServer.spare();
    Path file = Files.createSymbolicLink(cluster.data().resolve("copied"), Path.of("/etc/passwd"));
    assertThat(Inspection.of(cluster.data()))
        .singleElement()
        .satisfies(found -> assertThat(found.trouble()).isEqualTo(Trouble.WRONG_OWNER))
        .satisfies(found -> assertThat(found.evidence()).endsWith(", and copied to root"));
    Files.delete(file);
  }

  @Test
  @DisplayName("is said by diagnose in one line, with status 1")
  void diagnose() throws IOException {
    Cluster cluster = TestServer.spare();
    try (var _ = Fault.CONTROL_FILE.plant(cluster)) {
      Printed printed = Printed.by(new Diagnose(), cluster.data().toString());
      assertThat(printed.out())
          .startsWith("control file: global/pg_control does not match its checksum, which is ")
          .contains(". Remedy: ");
      assertThat(printed.status()).isOne();
    }
  }

  @Test
  @DisplayName("is not seen in a folder on which a server runs")
  void running() {
    Printed printed = Printed.by(new Diagnose(), TestServer.running().data().toString());
    assertThat(printed.out()).startsWith("a server runs on it: process ").hasLineCount(1);
    assertThat(printed.status()).isZero();
  }
}
