package workbook.serverrendering;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.lab.Table;

/// The question of this topic: the browser shows a shop, so why does a crawler find an empty page?
@Command(
    name = "server-rendering",
    description = "Serves one small shop twice, and reads both as a crawler does.")
public final class ServerRendering implements Example {

  private static final List<String> PATHS =
      List.of("/", "/products", "/products/1", "/no/such", "/broken");

  private static final Pattern ADDRESS =
      Pattern.compile("/(?:%[0-9A-Fa-f]{2}|[!-~&&[^%?#<>\"\\\\^`{}|\\[\\]]])*+");

  @Parameters(
      index = "0",
      paramLabel = "PATH",
      arity = "0..1",
      description = "A page of the shop: /products/2; a few of them if not given.")
  private String path;

  @Option(
      names = "--keep",
      description = "Leave the shop open until Ctrl-C, and print its addresses.")
  private boolean keep;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The shop's port; any that is free if not given.")
  private int port;

  static void main(String[] args) {
    Example.main(new ServerRendering(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--port", port, 0, 65_535);
    if (path != null && !ADDRESS.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "PATH must be the path of an address, such as /products/2, and was '%s'".formatted(path));
    }
    try (Shop shop = Shop.open(port, true);
        Crawler crawler = new Crawler()) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("GET", "status", "words", "links", "the words"));
      for (String each : path == null ? PATHS : List.of(path)) {
        for (String kind : List.of("/shell", "/rendered")) {
          Crawler.Found found = crawler.read(shop.address().resolve(kind + each), "");
          rows.add(
              List.of(
                  kind + each,
                  String.valueOf(found.status()),
                  String.valueOf(found.words().size()),
                  String.valueOf(found.links().size()),
                  Table.oneLine(String.join(" ", found.words()))));
        }
      }
      Table.print(rows, out);
      if (keep) {
        out.printf("%n%1$s/shell/  %1$s/rendered/  Ctrl-C ends it%n", shop.address());
        new CountDownLatch(1).await();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
