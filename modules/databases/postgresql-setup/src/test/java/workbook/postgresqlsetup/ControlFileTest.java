package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("global/pg_control is read as PostgreSQL 18 reads it")
class ControlFileTest {

  @Test
  @DisplayName("the functions pg_control_checkpoint and pg_control_init say the same")
  void server() throws Exception {
    Cluster cluster = TestServer.running();
    try (Connection connection = cluster.connect();
        Statement statement = connection.createStatement()) {
      // Twice, and the log goes on in between.
      for (int i = 0; i < 2; i++) {
        statement.execute("create table t (i int); drop table t; checkpoint");
        ControlFile control = ControlFile.read(cluster.data());
        assertThat(control.walFile())
            .isEqualTo(
                TestServer.value(connection, "select redo_wal_file from pg_control_checkpoint()"));
        assertThat(Integer.toString(control.segmentSize()))
            .isEqualTo(
                TestServer.value(
                    connection, "select bytes_per_wal_segment from pg_control_init()"));
        assertThat(Integer.toString(control.version()))
            .isEqualTo(
                TestServer.value(connection, "select pg_control_version from pg_control_system()"));
      }
    }
  }

  // PostgreSQL 18, 28.6 WAL Internals: 16 MB a file, and 0x100 of them before the second part
  // wraps.
  @Test
  @DisplayName("the name of a file of the write-ahead log")
  void walFile() {
    assertThat(new ControlFile(1800, 0x1_0000_0028L, 1, 16 << 20).walFile())
        .isEqualTo("000000010000000100000000");
    assertThat(new ControlFile(1800, 0xFF00_0000L, 26, 16 << 20).walFile())
        .isEqualTo("0000001A00000000000000FF");
  }

  @Test
  @DisplayName("any bit that is another is noticed, and a file that is too short, or missing")
  void damaged(@TempDir Path folder) throws Exception {
    byte[] bytes = Files.readAllBytes(TestServer.spare().data().resolve(ControlFile.NAME));
    assertThat(ControlFile.of(bytes).version()).isEqualTo(1800);
    for (int bit = 0; bit < 296 * 8; bit++) {
      byte[] other = bytes.clone();
      other[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> ControlFile.of(other), "bit " + bit)
          .isInstanceOf(ControlFile.Damaged.class)
          .hasMessageContaining("does not match its checksum");
    }
    assertThatThrownBy(() -> ControlFile.of(Arrays.copyOf(bytes, 295)))
        .hasMessage("global/pg_control has 295 bytes only");
    assertThatThrownBy(() -> ControlFile.read(folder)).hasMessage("global/pg_control is missing");
  }
}
