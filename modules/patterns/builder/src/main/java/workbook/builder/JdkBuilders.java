package workbook.builder;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import workbook.lab.Example;
import workbook.lab.Refusal;

/// Builders that every Java developer has used: who is the Builder, who directs it, and what comes
/// out.
///
/// `./workbook run builder/jdk-builders`
@Command(
    name = "builder/jdk-builders",
    description = "The builders of the JDK: what each makes, and whether twice the same.")
public final class JdkBuilders implements Example {

  static void main(String[] args) {
    Example.main(new JdkBuilders(), args);
  }

  @Override
  public int run(PrintStream out) {
    out.printf("%-16s %-20s %-26s %s%n", "builder", "director", "product", "twice the same?");
    httpRequest(out);
    streamBuilder(out);
    stringBuilder(out);
    try {
      processBuilder(out);
    } catch (IOException e) {
      throw new Refusal("no process can be started here: " + e.getMessage(), e);
    }
    return 0;
  }

  /// Checks each part as it comes, and the whole in `build()`. The product is immutable.
  static void httpRequest(PrintStream out) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("https://example.org/"))
            .timeout(Duration.ofSeconds(2))
            .header("Accept", "text/plain");
    row(out, "HttpRequest", "your code", builder.build(), builder.build());
  }

  /// Can build once only: then it says so with an IllegalStateException.
  static void streamBuilder(PrintStream out) {
    Stream.Builder<String> builder = Stream.<String>builder().add("a").add("b");
    String product = String.join(", ", builder.build().toList());
    String again;
    try {
      again = builder.build().toString();
    } catch (IllegalStateException _) {
      again = "IllegalStateException";
    }
    out.printf(
        "%-16s %-20s %-26s %s%n", "Stream.Builder", "your code", "stream of " + product, again);
  }

  /// The director is whatever appends; a Formatter, for instance, that knows only Appendable.
  static void stringBuilder(PrintStream out) {
    StringBuilder builder = new StringBuilder();
    new java.util.Formatter(builder, java.util.Locale.ROOT).format("%d steps", 46);
    row(out, "StringBuilder", "java.util.Formatter", builder.toString(), builder.toString());
  }

  /// Its product is a running process, and each start() makes another one.
  static void processBuilder(PrintStream out) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process first = builder.start();
    Process second = builder.start();
    out.printf(
        "%-16s %-20s %-26s %s%n",
        "ProcessBuilder",
        "your code",
        "a process",
        first.pid() == second.pid() ? "the same process" : "another process");
    first.onExit().join();
    second.onExit().join();
  }

  private static void row(
      PrintStream out, String builder, String director, Object product, Object second) {
    out.printf(
        "%-16s %-20s %-26s %s%n",
        builder, director, product, product.equals(second) ? "an equal one" : "another one");
  }
}
