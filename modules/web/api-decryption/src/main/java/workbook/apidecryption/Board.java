package workbook.apidecryption;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import workbook.lab.Refusal;

/// A page whose data come encrypted, and its server, on the loopback interface alone.
final class Board implements AutoCloseable {

  /// The page's own script, behind CryptoJS in one file.
  static final String SCRIPT = "board.min.js";

  private static final String CRYPTO_JS =
      "/META-INF/resources/webjars/crypto-js/4.1.1/crypto-js.js";

  static final String DATA =
      "[{\"rank\":1,\"title\":\"hello 世界\"},{\"rank\":2,\"title\":\"a key in a page is no secret\"}]";

  private static final String PHRASE = "not-a-secret";

  /// A server would take 8 random bytes each time; here they are the same, as the notes show them.
  private static final byte[] SALT = HexFormat.of().parseHex("0102030405060708");

  private final HttpServer server;
  private final ExecutorService threads;

  private Board(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /// Serves the page.
  ///
  /// @param port 0 for any that is free
  /// @throws Refusal if the port is taken
  static Board serve(int port) {
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (BindException e) {
      throw new Refusal("port %d is taken: give another with --port".formatted(port), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", Board::answer);
    server.start();
    return new Board(server, threads);
  }

  URI address() {
    return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
  }

  /// The page's script, as a browser gets it.
  static Script script() {
    return Script.parse(SCRIPT, bundle());
  }

  static String bundle() {
    return text(CRYPTO_JS) + "\n" + text(SCRIPT);
  }

  private static String text(String resource) {
    return new String(resource(resource), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      switch (exchange.getRequestURI().getPath()) {
        case "/" -> send(exchange, "text/html", resource("index.html"));
        case "/" + SCRIPT ->
            send(exchange, "text/javascript", bundle().getBytes(StandardCharsets.UTF_8));
        case "/api/board" ->
            send(exchange, "text/plain", encrypted().getBytes(StandardCharsets.US_ASCII));
        default -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  /// What `CryptoJS.AES.encrypt(DATA, PHRASE).toString()` would give for this salt.
  static String encrypted() {
    KeyAndIv secret =
        EvpBytesToKey.derive("MD5", PHRASE.getBytes(StandardCharsets.UTF_8), SALT, 32, 16);
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(secret.key(), "AES"),
          new IvParameterSpec(secret.iv()));
      byte[] cipherText = cipher.doFinal(DATA.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(new Salted(SALT, cipherText).bytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] resource(String name) {
    try (InputStream in = Objects.requireNonNull(Board.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
