package workbook.serverrendering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the shop sells.
final class Catalog {

  private Catalog() {}

  /// By id. Products that go together name each other: the data have a cycle.
  static Map<String, Map<String, Object>> products() {
    Map<String, Object> lamp =
        product(
            "1",
            "Brass lamp",
            "A warm light for a dark corner.",
            "2025-03-01T09:30:00Z",
            "Bright! My page reads </script><script>alert(1)</script> at night.");
    Map<String, Object> clock =
        product(
            "2",
            "Wall clock",
            "It shows the hour & the minute.",
            "2025-11-20T08:00:00Z",
            "Late once in ten years.");
    goTogether(lamp, clock);
    Map<String, Map<String, Object>> products = new LinkedHashMap<>();
    products.put("1", lamp);
    products.put("2", clock);
    return products;
  }

  private static Map<String, Object> product(
      String id, String name, String text, String since, String review) {
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("id", id);
    product.put("name", name);
    product.put("text", text);
    product.put("since", Instant.parse(since));
    product.put("review", review);
    product.put("goesWith", new ArrayList<>());
    return product;
  }

  private static void goTogether(Map<String, Object> one, Map<String, Object> other) {
    one.put("goesWith", List.of(other));
    other.put("goesWith", List.of(one));
  }
}
