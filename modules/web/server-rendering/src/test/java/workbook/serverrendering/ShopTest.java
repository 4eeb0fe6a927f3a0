package workbook.serverrendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The shop, as a crawler sees it")
class ShopTest {

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
  @DisplayName("a name with markup is text")
  void markup() throws InterruptedException {
    Crawler.Found found =
        crawler.read(shop.address().resolve("/rendered/"), "theme=dark; user=<b>Ada</b>");
    assertThat(String.join(" ", found.words())).contains("Hello, <b>Ada</b> Everything");
  }
}
