package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.lab.Refusal;
import workbook.topictest.Printed;

@DisplayName("What cannot be done is said in one line, with status 2")
class BadInputTest {

  @TempDir private Path folder;

  @Test
  @DisplayName("rules that are missing, a folder, not UTF-8, too large")
  void file() throws IOException {
    assertRefused("FILE must be a file, and was '%s'", folder.resolve("nowhere"));
    assertRefused("FILE must be a file, and was '%s'", folder);
    assertRefused(
        "FILE must be UTF-8, and '%s' is not",
        Files.write(folder.resolve("latin1"), new byte[] {'#', (byte) 0xE9}));
    Path large = folder.resolve("large");
    try (FileChannel channel =
        FileChannel.open(large, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {'#'}), 17 << 20);
    }
    assertRefused("FILE must not be larger than 16 MB: '%s'", large);
  }

  @Test
  @DisplayName("rules that the server would not take: a line each, with control characters shown")
  void lines() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("pg_hba.conf"), "local all all trust\nho\u001bst all\nhost all all\n");
    assertThat(Printed.by(new WhoMay(), file.toString(), "bob", "sales", "local"))
        .isEqualTo(
            new Printed(
                2,
                "",
                """
                postgresql-setup/who-may: %1$s:2: invalid connection type "ho\\u001bst"
                postgresql-setup/who-may: %1$s:3: end-of-line before IP address specification
                """
                    .formatted(file)));
  }

  @Test
  @DisplayName("addresses, encryption and members that are none")
  void request() throws IOException {
    Path file = Files.writeString(folder.resolve("pg_hba.conf"), "local all all trust\n");
    assertThat(Printed.by(new WhoMay(), file.toString(), "bob", "sales", "10.0.0.0/8"))
        .isEqualTo(
            Printed.refusal(
                new WhoMay(), "ADDRESS must be an IP address or local, and was '10.0.0.0/8'"));
    assertThat(Printed.by(new WhoMay(), file.toString(), "bob", "sales", "local", "--tls"))
        .isEqualTo(
            Printed.refusal(new WhoMay(), "the local socket has neither TLS nor GSS encryption"));
    assertThat(Printed.by(new WhoMay(), file.toString(), "bob", "sales", "::1", "--tls", "--gss"))
        .isEqualTo(
            Printed.refusal(new WhoMay(), "--tls or --gss: a connection has one encryption"));
    assertThat(Printed.by(new WhoMay(), file.toString(), "", "sales", "local"))
        .isEqualTo(Printed.refusal(new WhoMay(), "USER must not be empty"));
    for (String member : new String[] {"bob", "bob=", "=staff", "a=b=c"}) {
      assertThat(
              Printed.by(new WhoMay(), file.toString(), "bob", "sales", "::1", "--member", member))
          .isEqualTo(
              Printed.refusal(
                  new WhoMay(), "--member must be USER=ROLE, and was '%s'".formatted(member)));
    }
  }

  @Test
  @DisplayName("rules that include themselves without end")
  void loop() throws IOException {
    Path file = folder.resolve("pg_hba.conf");
    Files.writeString(file, "include pg_hba.conf\n".repeat(3));
    assertRefused("FILE '%s' cannot be read: it includes more than 1000 files", file);
    Files.writeString(file, "local @pg_hba.conf,@pg_hba.conf,@pg_hba.conf all trust\n");
    assertThat(Printed.by(new WhoMay(), file.toString(), "bob", "sales", "local").err())
        .contains("maximum nesting depth exceeded")
        .hasLineCount(1);
  }

  @Test
  @DisplayName("a zero byte in what goes on the wire")
  void zero() {
    assertThat(Printed.by(new HandShake(), "--forged", "--password", "a\0b"))
        .isEqualTo(Printed.refusal(new HandShake(), "a zero byte ends a text on the wire"));
  }

  @Test
  @DisplayName("a data folder that is none; a log that is missing")
  void diagnose() throws IOException {
    Printed nowhere = Printed.by(new Diagnose(), folder.resolve("nowhere").toString());
    assertThat(nowhere.out()).startsWith("no cluster: ").hasLineCount(1);
    assertThat(nowhere.status()).isOne();
    assertThat(Printed.by(new Diagnose(), folder.toString()).out())
        .startsWith("no cluster: ")
        .contains(" is empty. Remedy: ")
        .hasLineCount(1);
    Path log = folder.resolve("log");
    assertThat(Printed.by(new Diagnose(), folder.toString(), "--log", log.toString()))
        .isEqualTo(
            Printed.refusal(new Diagnose(), "--log must be a file, and was '%s'".formatted(log)));
    Files.writeString(
        log,
        "2026-11-27 03:37:09.183 UTC [1] FATAL:  data directory \"/d\" has invalid permissions\n");
    assertThat(Printed.by(new Diagnose(), folder.toString(), "--log", log.toString()).out())
        .startsWith("wrong permissions: data directory \"/d\" has invalid permissions. Remedy: ")
        .contains("not empty: ")
        .hasLineCount(2);
  }

  @Test
  @DisplayName("a machine that PostgreSQL is not packed for")
  void machine() {
    assertThat(Binaries.archive("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
    assertThat(Binaries.archive("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
    for (String[] each : new String[][] {{"Windows 11", "amd64"}, {"Linux", "riscv64"}}) {
      assertThatThrownBy(() -> Binaries.archive(each[0], each[1]))
          .isInstanceOf(Refusal.class)
          .hasMessage(
              "PostgreSQL's programs are packed here for Linux and macOS on x86_64 and arm64, and"
                  + " this is %s on %s".formatted(each[0], each[1]));
    }
  }

  private static void assertRefused(String reason, Path file) {
    assertThat(Printed.by(new WhoMay(), file.toString(), "bob", "sales", "local"))
        .isEqualTo(Printed.refusal(new WhoMay(), reason.formatted(file)));
  }
}
