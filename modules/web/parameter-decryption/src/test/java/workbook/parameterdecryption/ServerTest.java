package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import workbook.parameterdecryption.LoginClient.Answer;

@DisplayName("The application")
@ExtendWith(RunningServer.Extension.class)
class ServerTest {

  private static final Answer NOT_ACCEPTED = new Answer(400, "{\"error\":\"not accepted\"}");

  @Test
  @DisplayName("takes a login once, and says which passwords are wrong")
  void login(RunningServer server) throws InterruptedException {
    try (LoginClient client = server.client()) {
      String body = client.sealed("POST /login", "ada", "correct horse");
      assertThat(client.post("/login", body)).isEqualTo(new Answer(200, "{\"user\":\"ada\"}"));
      assertThat(client.post("/login", body))
          .isEqualTo(new Answer(409, "{\"error\":\"sent before\"}"));
      Answer wrong = new Answer(401, "{\"error\":\"user or password is wrong\"}");
      assertThat(client.login("ada", "correct house")).isEqualTo(wrong);
      assertThat(client.login("eve", "correct horse")).isEqualTo(wrong);
      assertThat(client.login("世界", "密码")).isEqualTo(wrong);
    }
  }

  @Test
  @DisplayName("binds the query, too")
  void query(RunningServer server) throws InterruptedException {
    try (LoginClient client = server.client()) {
      assertThat(client.post("/login?x=1", client.sealed("POST /login", "ada", "correct horse")))
          .isEqualTo(NOT_ACCEPTED);
      assertThat(
              client
                  .post("/login?x=1", client.sealed("POST /login?x=1", "ada", "correct horse"))
                  .status())
          .isEqualTo(200);
    }
  }

  @Test
  @DisplayName("gives one answer for a body that is too old, too large, no JSON, or plain")
  void oneAnswer(RunningServer server) throws InterruptedException {
    try (LoginClient client = server.client()) {
      String old = client.sealed("POST /login", "ada", "correct horse");
      server.clock.advance(Duration.ofMinutes(2).plusMillis(1));
      assertThat(client.post("/login", old)).isEqualTo(NOT_ACCEPTED);
      String good = client.sealed("POST /login", "ada", "correct horse");
      assertThat(client.post("/login", good + " ".repeat(8 * 1024 - good.length() + 1)))
          .isEqualTo(NOT_ACCEPTED);
      assertThat(client.post("/login", good + " ".repeat(8 * 1024 - good.length())).status())
          .isEqualTo(200);
      for (String body :
          new String[] {
            "", "null", "{}", "[]", "hello", "{\"user\":\"ada\",\"password\":\"correct horse\"}"
          }) {
        assertThat(client.post("/login", body)).as("'%s'", body).isEqualTo(NOT_ACCEPTED);
      }
    }
  }
}
