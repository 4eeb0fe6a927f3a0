package workbook.serverrendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a page of the shop is rendered from, on either side.
///
/// @param status 404 if there is no such page
/// @param payload the components to be nested, the parameters of the address, who asks, and the
///   data
record Page(int status, String payload) {

  private static final RouteMatcher ROUTES = routes();

  private static RouteMatcher routes() {
    try {
      return new RouteMatcher(Routes.of(Assets.files(Assets.pages())).routes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param base what stands before the path in every link
  /// @param path as a browser sends it; it begins with `/`
  /// @param user empty if unknown
  static Page of(String base, String path, String user) {
    // The shop has a page for every address: [...slug].js.
    RouteMatcher.Match match = ROUTES.match(path).orElseThrow();
    Map<String, Map<String, Object>> products = Catalog.products();
    Map<String, Object> data = new LinkedHashMap<>();
    boolean found = !match.name().equals("slug");
    if (match.name().equals("products-id")) {
      Map<String, Object> product = products.get(match.parameters().get("id"));
      data.put("product", product);
      found = product != null;
    } else {
      data.put("products", List.copyOf(products.values()));
    }
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("base", base);
    page.put("files", match.pages());
    page.put("params", match.parameters());
    page.put("user", user);
    page.put("data", data);
    return new Page(found ? 200 : 404, Payload.stringify(page));
  }
}
