package workbook.serverrendering;

/// The document around the shop.
final class Html {

  private static final String SCRIPTS =
      """
      <script src="/%s"></script>
      <script src="/shop.js"></script>
      <script src="/client.js"></script>
      """;

  private Html() {}

  /// A document without words: its script has to run before there are any.
  static String shell() {
    return document("Corner shop", "", "", "vue.js");
  }

  /// The same, with what the server rendered, and the data it was rendered from.
  static String page(String title, String rendered, String payload, String vue) {
    String data = "<script type=\"application/json\" id=\"payload\">%s</script>%n";
    return document(title, rendered, data.formatted(payload), vue);
  }

  private static String document(String title, String rendered, String payload, String vue) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <meta charset="utf-8">
    <title>%s</title>
    <div id="app">%s</div>
    %s%s</html>
    """
        .formatted(title, rendered, payload, SCRIPTS.formatted(vue));
  }
}
