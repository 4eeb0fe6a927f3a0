package workbook.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Why a builder")
class WhyTest {

  @Test
  @DisplayName("telescoping constructor: swapped arguments compile, and connect to port 30")
  void swappedArguments() {
    TelescopingServer server = new TelescopingServer("db", 30, 5432);

    assertThat(server.port()).isEqualTo(30);
    assertThat(server.timeoutSeconds()).isEqualTo(5432);
  }

  @Test
  @DisplayName("telescoping constructor: each shorter one fills in the rest")
  void defaults() {
    assertThat(new TelescopingServer("db"))
        .isEqualTo(new TelescopingServer("db", 5432, 30, true))
        .isEqualTo(new TelescopingServer("db", 5432));
  }

  @Test
  @DisplayName("JavaBean: between two setters, half an object can be seen")
  void halfBuilt() {
    ServerBean server = new ServerBean();
    List<String> seen = new ArrayList<>();

    server.setHost("db");
    seen.add(server.address());
    server.setPort(5432);
    seen.add(server.address());
    server.setEncrypted(true);
    seen.add(server.address());

    assertThat(seen).containsExactly("tcp://db:0", "tcp://db:5432", "tls://db:5432");
  }
}
