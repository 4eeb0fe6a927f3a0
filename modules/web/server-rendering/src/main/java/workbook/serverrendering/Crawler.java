package workbook.serverrendering;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// Reads a page as one who runs no script: `curl`, a link preview, most crawlers.
final class Crawler implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();

  /// What was found.
  ///
  /// @param cache what the server says of its cache
  /// @param words those in the body, in their order
  /// @param links the addresses that lead on
  record Found(int status, String cache, List<String> words, List<String> links) {}

  /// @param cookies as the header has them; none if empty
  Found read(URI address, String cookies) throws InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies);
    }
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Element body = Jsoup.parse(response.body()).body();
      List<String> words = new ArrayList<>(List.of(body.text().split("\\s+")));
      words.remove("");
      return new Found(
          response.statusCode(),
          response.headers().firstValue("Cache-Status").orElse(""),
          words,
          body.select("a[href]").eachAttr("href"));
    } catch (IOException e) {
      throw new IllegalStateException(address + " does not answer", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
