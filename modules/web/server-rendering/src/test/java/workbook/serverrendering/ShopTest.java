package workbook.serverrendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.lab.Example;
import workbook.topictest.Printed;

@DisplayName("The shop, as a crawler sees it")
class ShopTest {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/rendered/");

  private static Shop shop;
  private static Crawler crawler;

  @BeforeAll
  static void open() {
    shop = Shop.open(0, true);
    crawler = new Crawler();
  }

  @AfterAll
  static void close() {
    crawler.close();
    shop.close();
  }

  private static Crawler.Found read(String path) throws InterruptedException {
    return crawler.read(shop.address().resolve(path), "");
  }

  @Test
  @DisplayName("the shell has no word and no link, whatever the address")
  void shell() throws InterruptedException {
    assertThat(read("/shell/products/1").words()).isEmpty();
    assertThat(read("/shell/products/1").links()).isEmpty();
    assertThat(read("/shell/no/such").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("the rendered page has the words of the catalog, layout outside")
  void rendered() throws InterruptedException {
    Crawler.Found found = read("/rendered/products/1");
    assertThat(String.join(" ", found.words()))
        .startsWith("Corner shop Hello Our products Brass lamp A warm light for a dark corner.")
        .contains("Here since 2025-03-01.")
        .contains("</script><script>alert(1)</script>");
    assertThat(found.links()).isEqualTo(List.of("/rendered/", "/rendered/products/2"));
  }

  @Test
  @DisplayName("what is not there has status 404, which a shell cannot have")
  void missing() throws InterruptedException {
    assertThat(read("/rendered/no/such").status()).isEqualTo(404);
    assertThat(read("/rendered/products/9").status()).isEqualTo(404);
    assertThat(read("/elsewhere").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("a page that fails is status 500, and says nothing of the inside")
  void failure() throws InterruptedException {
    Crawler.Found found = read("/rendered/broken");
    assertThat(found.status()).isEqualTo(500);
    assertThat(String.join(" ", found.words())).isEqualTo("this page cannot be rendered");
  }

  @Test
  @DisplayName("40 requests at once, each with its user: every page greets its own, and no other")
  void someAtOnce() throws Exception {
    assertOwnGreeting(40);
  }

  @Test
  @Tag("solutions") // It takes some seconds.
  @DisplayName("200 requests at once, each with its user: every page greets its own, and no other")
  void manyAtOnce() throws Exception {
    assertOwnGreeting(200);
  }

  private static void assertOwnGreeting(int requests) throws Exception {
    List<String> users = IntStream.range(0, requests).mapToObj("user-%03d"::formatted).toList();
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Crawler.Found>> found = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String user : users) {
        found.add(
            threads.submit(() -> {
              start.await();
              return crawler.read(shop.address().resolve("/rendered/products/2"), "user=" + user);
            }));
      }
      start.countDown();
      List<String> pages = new ArrayList<>();
      for (Future<Crawler.Found> each : found) {
        assertThat(each.get().status()).isEqualTo(200);
        pages.add(String.join(" ", each.get().words()));
      }
      assertThat(Leak.strangers(users, pages)).containsOnly(List.of());
      for (int i = 0; i < users.size(); i++) {
        assertThat(pages.get(i)).contains("Hello, " + users.get(i) + " Our products Wall clock");
      }
    }
  }

  @Test
  @DisplayName("a page that knows who asks is not kept, and a kept one knows nobody")
  void notKept() throws InterruptedException {
    URI about = shop.address().resolve("/rendered/about");
    assertThat(crawler.read(about, "user=Ada").cache()).isEqualTo("shop; fwd=bypass");
    assertThat(crawler.read(about, "").cache()).isEqualTo("shop; fwd=miss");
    Crawler.Found kept = crawler.read(about, "");
    assertThat(kept.cache()).isEqualTo("shop; hit");
    assertThat(kept.words()).doesNotContain("Ada");
    assertThat(crawler.read(about, "user=Grace").words()).contains("Grace");
  }

  /// RFC 9111, section 3: a shared cache stores no answer with `private`, and none stores one with
  /// `no-store`; section 4.1: what has `Vary: Cookie` is for the same cookie alone.
  @Test
  @DisplayName("no cache on the way keeps an answer that knows who asks, or takes another for it")
  void headers() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path :
          List.of(
              "/rendered/archive/2024",
              "/rendered",
              "/rendered/no/such",
              "/rendered/broken",
              "/api/products/1",
              "/api/no/such")) {
        HttpHeaders known = headers(client, path, "user=Ada");
        assertThat(known.allValues("Cache-Control")).as(path).containsExactly("private, no-store");
        assertThat(known.allValues("Vary")).as(path).containsExactly("Cookie");
        HttpHeaders unknown = headers(client, path, "theme=dark");
        assertThat(unknown.allValues("Cache-Control")).as(path).isEmpty();
        assertThat(unknown.allValues("Vary")).as(path).containsExactly("Cookie");
      }
      for (String path : List.of("/shell/about", "/vue.js")) {
        HttpHeaders same = headers(client, path, "user=Ada");
        assertThat(same.firstValue("Cache-Control")).as(path).isEmpty();
        assertThat(same.firstValue("Vary")).as(path).isEmpty();
      }
    }
  }

  private static HttpHeaders headers(HttpClient client, String path, String cookie)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(shop.address().resolve(path)).header("Cookie", cookie).build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).headers();
  }

  @Test
  @DisplayName("other methods, and what is no page of the shop")
  void refused() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest post =
          HttpRequest.newBuilder(shop.address().resolve("/rendered/"))
              .POST(HttpRequest.BodyPublishers.ofString("x"))
              .build();
      HttpResponse<String> response = client.send(post, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }
    assertThat(read("/rendered/%ff/..%2f..%2fpom.xml").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("HEAD, which is `curl -I`: the headers of GET, and no body")
  void head() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path : List.of("/rendered/archive", "/shell/", "/rendered/no/such")) {
        HttpRequest.Builder request = HttpRequest.newBuilder(shop.address().resolve(path));
        HttpResponse<String> get =
            client.send(request.GET().build(), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> head =
            client.send(request.HEAD().build(), HttpResponse.BodyHandlers.ofString());
        assertThat(head.statusCode()).as(path).isEqualTo(get.statusCode());
        assertThat(head.body()).as(path).isEmpty();
        for (String header : List.of("Content-Type", "Content-Length", "Vary")) {
          assertThat(head.headers().firstValue(header))
              .as("%s of %s", header, path)
              .isEqualTo(get.headers().firstValue(header));
        }
      }
    }
  }

  @Test
  @DisplayName("--keep leaves it open until it is interrupted, and then nothing listens")
  void keep() throws Exception {
    PipedInputStream read = new PipedInputStream(1 << 16);
    // Connected before anybody reads.
    PipedOutputStream written = new PipedOutputStream(read);
    FutureTask<Integer> kept =
        new FutureTask<>(() -> {
          try (PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8)) {
            return Example.run(new ServerRendering(), out, out, "/about", "--keep");
          }
        });
    Thread thread = Thread.ofPlatform().start(kept);
    try (Scanner scanner = new Scanner(read, StandardCharsets.UTF_8)) {
      URI address = URI.create(scanner.findWithinHorizon(ADDRESS, 1 << 16));
      assertThat(crawler.read(address, "").status()).isEqualTo(200);
      thread.interrupt();
      assertThat(kept.get()).isZero();
      thread.join();
      assertThat(catchThrowable(() -> crawler.read(address, "")))
          .hasRootCauseInstanceOf(ClosedChannelException.class);
    }
  }

  @Test
  @DisplayName("a port that is taken, and a path that is none")
  void arguments() {
    String port = String.valueOf(shop.address().getPort());
    assertThat(Printed.by(new ServerRendering(), "--port", port))
        .isEqualTo(
            Printed.refusal(
                new ServerRendering(),
                "port %s is taken: give another with --port".formatted(port)));
    for (String path :
        List.of("products", "", "/a b", "/a?b", "/%zz", "/50%", "/\u001b[2J", "/世")) {
      assertThat(Printed.by(new ServerRendering(), path))
          .isEqualTo(
              Printed.refusal(
                  new ServerRendering(),
                  "PATH must be the path of an address, such as /products/2, and was '%s'"
                      .formatted(path.replace("\u001b", "\\u001b"))));
    }
  }

  @Test
  @DisplayName("a name with markup is text")
  void markup() throws InterruptedException {
    Crawler.Found found =
        crawler.read(shop.address().resolve("/rendered/"), "theme=dark; user=<b>Ada</b>");
    assertThat(String.join(" ", found.words())).contains("Hello, <b>Ada</b> Everything");
  }
}
