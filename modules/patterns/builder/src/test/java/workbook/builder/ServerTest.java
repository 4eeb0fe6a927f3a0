package workbook.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A server from a builder")
class ServerTest {

  @Test
  @DisplayName("has what was said by name, in any order, and defaults for the rest")
  void build() {
    assertThat(Server.builder().host("db").build())
        .isEqualTo(new Server("db", 5432, Duration.ofSeconds(30), true));
    assertThat(
            Server.builder()
                .encrypted(false)
                .timeout(Duration.ofMillis(1))
                .port(65_535)
                .host("h")
                .build())
        .isEqualTo(new Server("h", 65_535, Duration.ofMillis(1), false));
  }

  @Test
  @DisplayName("is refused whole, with a reason, if a value is missing or not what it may be")
  void refused() {
    assertThatThrownBy(() -> Server.builder().port(1).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a server needs a host: call host(…) before build()");
    assertThatThrownBy(() -> Server.builder().host(" ").build())
        .hasMessage("the host must not be blank");
    assertThatThrownBy(() -> Server.builder().host("db").port(0).build())
        .hasMessage("the port must be 1 to 65535, and was 0");
    assertThatThrownBy(() -> Server.builder().host("db").port(65_536).build())
        .hasMessage("the port must be 1 to 65535, and was 65536");
    assertThatThrownBy(() -> Server.builder().host("db").timeout(Duration.ZERO).build())
        .hasMessage("the timeout must be positive, and was PT0S");
    assertThatThrownBy(() -> Server.builder().host("db").timeout(null).build())
        .hasMessage("timeout");
    assertThat(Server.builder().host("db").port(1).build().port()).isEqualTo(1);
  }

  @Test
  @DisplayName("staged: each step is a value, so one may be gone on from twice")
  void staged() {
    StagedServer.Ready ready = StagedServer.builder().host("db").port(5432);

    assertThat(ready.build()).isEqualTo(new Server("db", 5432, Duration.ofSeconds(30), true));
    assertThat(ready.timeout(Duration.ofSeconds(1)).build().timeout())
        .isEqualTo(Duration.ofSeconds(1));
    assertThat(ready.build().timeout()).isEqualTo(Duration.ofSeconds(30));
  }
}
