package workbook.serverrendering;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import workbook.lab.Refusal;

/// One shop, served twice on the loopback interface: `/shell` is an empty document whose script
/// makes the page, `/rendered` comes with its words.
final class Shop implements AutoCloseable {

  private static final String SHELL = "/shell";
  private static final String RENDERED = "/rendered";
  private static final String API = "/api";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Renderer renderer = new Renderer(Runtime.getRuntime().availableProcessors());
  private final Map<String, String> scripts =
      Map.of(
          "/vue.js", Assets.text(Assets.VUE),
          "/vue-development.js", Assets.text(Assets.VUE_DEVELOPMENT),
          "/shop.js", Assets.shop(),
          "/client.js", Assets.text("shop/client.js"));

  /// What is answered.
  ///
  /// @param cache where it comes from, as `Cache-Status` has it (RFC 9211)
  private record Answer(int status, String type, String body, String cache) {

    private Answer(int status, String type, String body) {
      this(status, type, body, "shop; fwd=bypass");
    }
  }

  /// What is rendered, and for which Vue.
  private record Key(String path, boolean development) {}

  private final boolean cached;
  private final StaleWhileRevalidate<Key, String> cache =
      new StaleWhileRevalidate<>(
          InstantSource.system(),
          Duration.ofSeconds(60),
          Duration.ofSeconds(600),
          this::anonymous,
          threads);

  private Shop(HttpServer server, boolean cached) {
    this.server = server;
    this.cached = cached;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /// Opens the shop.
  ///
  /// @param port 0 for any that is free
  /// @param cached whether pages that are the same for everybody are kept
  /// @throws Refusal if the port is taken
  static Shop open(int port, boolean cached) {
    try {
      return new Shop(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_024),
          cached);
    } catch (BindException e) {
      throw new Refusal("port %d is taken: give another with --port".formatted(port), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:%d".formatted(server.getAddress().getPort()));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      String user = user(exchange);
      Answer answer =
          head || exchange.getRequestMethod().equals("GET")
              ? answer(exchange.getRequestURI(), user)
              : new Answer(405, "text/plain", "only GET and HEAD are answered\n");
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type() + "; charset=utf-8");
      if (answer.status() == 405) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      }
      exchange.getResponseHeaders().set("Cache-Status", answer.cache());
      knowsUser(exchange, user);
      if (head) {
        exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
        exchange.sendResponseHeaders(answer.status(), -1);
      } else {
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  /// For the caches on the way, and the browser's own: by RFC 9111 they may keep an answer that
  /// forbids nothing, and give it to the next who asks for the address, whatever his cookie.
  private static void knowsUser(HttpExchange exchange, String user) {
    String path = exchange.getRequestURI().getRawPath();
    if (isBelow(path, RENDERED) || isBelow(path, API)) {
      exchange.getResponseHeaders().set("Vary", "Cookie");
      if (!user.isEmpty()) {
        exchange.getResponseHeaders().set("Cache-Control", "private, no-store");
      }
    }
  }

  private Answer answer(URI address, String user) {
    try {
      return page(address, user);
    } catch (CompletionException _) {
      // A page that fails is not a page with a hole in it, and its reason is not the reader's.
      return new Answer(500, "text/plain", "this page cannot be rendered\n");
    }
  }

  private Answer page(URI address, String user) {
    String path = address.getRawPath();
    if (scripts.containsKey(path)) {
      return new Answer(200, "text/javascript", scripts.get(path));
    }
    if (isBelow(path, SHELL)) {
      return new Answer(200, "text/html", Html.shell());
    }
    if (isBelow(path, API)) {
      Page page = Page.of(SHELL, below(path, API), user);
      return new Answer(page.status(), "application/json", page.payload());
    }
    if (isBelow(path, RENDERED)) {
      Key key = new Key(below(path, RENDERED), "development".equals(address.getQuery()));
      Page page = Page.of(RENDERED, key.path(), user);
      // What is kept for one is given to all: never a page that knows who asks.
      if (!cached || !user.isEmpty() || page.status() != 200) {
        return new Answer(page.status(), "text/html", html(page, key.development()));
      }
      StaleWhileRevalidate.Answer<String> kept = cache.get(key);
      String status = kept.state() == CacheState.EXPIRED ? "shop; fwd=miss" : "shop; hit";
      return new Answer(200, "text/html", kept.value(), status);
    }
    return new Answer(404, "text/plain", "the shop is at /shell/ and /rendered/\n");
  }

  private String anonymous(Key key) {
    return html(Page.of(RENDERED, key.path(), ""), key.development());
  }

  private String html(Page page, boolean development) {
    return Html.page(
        "Corner shop",
        renderer.render(page.payload()).join(),
        page.payload(),
        development ? "vue-development.js" : "vue.js");
  }

  private static boolean isBelow(String path, String prefix) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }

  private static String below(String path, String prefix) {
    return path.equals(prefix) ? "/" : path.substring(prefix.length());
  }

  /// The one who asks, by a cookie; empty if there is none.
  private static String user(HttpExchange exchange) {
    return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
        .flatMap(header -> List.of(header.split(";")).stream())
        .map(String::strip)
        .filter(cookie -> cookie.startsWith("user="))
        .map(cookie -> cookie.substring("user=".length()))
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    renderer.close();
  }
}
