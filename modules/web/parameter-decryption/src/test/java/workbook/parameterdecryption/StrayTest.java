package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Requests that are not for this application")
@ExtendWith(RunningServer.Extension.class)
class StrayTest {

  /// What comes back for the head of a request, over a connection of its own.
  private static String answer(RunningServer server, String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertShort(String answer, String request, int status) {
    assertThat(answer).as(request).startsWith("HTTP/1.1 %d ".formatted(status));
    assertThat(answer).as(request).contains("\r\nContent-Type: application/json");
    // Spring sends it in one chunk, Tomcat with its length.
    assertThat(answer.split("\r\n\r\n", 2)[1])
        .as(request)
        .isIn("{\"error\":\"not accepted\"}", "18\r\n{\"error\":\"not accepted\"}\r\n0\r\n\r\n");
  }

  // The statuses are those of RFC 9110, section 15.5, and 505 of section 15.6.6.
  @ParameterizedTest
  @CsvSource({
    "GET /login, 405",
    "PUT /login, 405",
    "POST /key, 405",
    "POST /, 405",
    "GET /nothing, 404",
    "GET /nothing.html?x=<b>, 400",
    "POST /nothing, 404",
    "GET /login/, 404",
    "GET /error, 404",
    "POST /error, 404",
    "GET /%zz, 400",
    "GET /%00, 400",
    "GET /a%2fb, 400",
    "GET /a\\b, 400",
    "GET /a|b, 400",
    "GET /..;/key, 400",
    "GET /../../key, 400",
    "GET nonsense, 400",
    "GET //, 404",
    "TRACE /key, 405",
    "FOO /key, 405",
    "FOO( /key, 400"
  })
  @DisplayName("the status of HTTP, and the one short answer in the application's own form")
  void stray(String line, int status, RunningServer server) throws IOException {
    for (String accepted : List.of("text/html", "*/*")) {
      String head =
          "%s HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccept: %s\r\n\r\n"
              .formatted(line, accepted);
      assertShort(answer(server, head), head, status);
    }
  }

  @Test
  @DisplayName("a type that there is not, a header that is too long, and what is no HTTP")
  void noRequest(RunningServer server) throws IOException {
    String head = "GET /key HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
    assertShort(answer(server, head + "Accept: text/html\r\n\r\n"), "text/html", 406);
    assertShort(answer(server, head + "Accept: nonsense\r\n\r\n"), "nonsense", 406);
    String tooLong = "X: %s\r\n\r\n".formatted("x".repeat(9_000));
    assertShort(answer(server, head + tooLong), "a long header", 400);
    assertShort(answer(server, "GET /key HTTP/1.1\r\n\r\n"), "no host", 400);
    assertShort(answer(server, "GET /key HTTP/9.9\r\nHost: a\r\n\r\n"), "HTTP/9.9", 505);
    assertShort(answer(server, "\u0016\u0003\u0001\r\n\r\n"), "TLS", 400);
  }

  @Test
  @DisplayName("a method that is not for a path is told which is")
  void allow(RunningServer server) throws IOException {
    String answer = answer(server, "GET /login HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(answer).contains("\r\nAllow: POST\r\n");
  }
}
