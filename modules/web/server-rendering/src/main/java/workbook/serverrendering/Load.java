package workbook.serverrendering;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;
import workbook.lab.Refusal;
import workbook.lab.Table;

/// Requests per second, and how long the slowest of a hundred takes.
@Command(
    name = "server-rendering/load",
    description = "Requests per second and percentiles: shell, rendered each time, and cached.")
public final class Load implements Example {

  private static final int WARM_UP = 50;

  @Option(
      names = "--requests",
      paramLabel = "N",
      description = "How many are measured of each kind; ${DEFAULT-VALUE} if not given.")
  private int requests = 500;

  @Option(
      names = "--clients",
      paramLabel = "N",
      description = "How many ask at the same time; ${DEFAULT-VALUE} if not given.")
  private int clients = 8;

  static void main(String[] args) {
    Example.main(new Load(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--requests", requests, 100, 1_000_000);
    Example.between("--clients", clients, 1, 500);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "requests per second", "median ms", "99 % within ms"));
    try (Shop shop = Shop.open(0, false);
        Shop cached = Shop.open(0, true)) {
      rows.add(measured("shell", shop.address().resolve("/shell/products/1")));
      rows.add(measured("rendered", shop.address().resolve("/rendered/products/1")));
      rows.add(measured("rendered, cached", cached.address().resolve("/rendered/products/1")));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 0;
    }
    Table.print(rows, out);
    return 0;
  }

  private List<String> measured(String name, URI address) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      ask(client, request, WARM_UP);
      long start = System.nanoTime();
      long[] nanos = ask(client, request, requests);
      double seconds = (System.nanoTime() - start) / 1e9;
      Arrays.sort(nanos);
      return List.of(
          name,
          "%.0f".formatted(requests / seconds),
          "%.1f".formatted(nanos[nanos.length / 2] / 1e6),
          "%.1f".formatted(nanos[nanos.length * 99 / 100] / 1e6));
    }
  }

  /// @return how long each took
  private long[] ask(HttpClient client, HttpRequest request, int count)
      throws InterruptedException {
    long[] nanos = new long[count];
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> workers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients; i++) {
        workers.add(
            threads.submit(() -> {
              for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                long start = System.nanoTime();
                int status =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
                nanos[n] = System.nanoTime() - start;
                if (status != 200) {
                  throw new IOException("status " + status);
                }
              }
              return null;
            }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (java.util.concurrent.ExecutionException e) {
      throw new Refusal("%s: %s".formatted(request.uri(), e.getCause().getMessage()), e);
    }
    return nanos;
  }
}
