package workbook.serverrendering;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/// Vue on the server: the parsed scripts are shared by all requests, and nothing else is.
final class Renderer implements AutoCloseable {

  private static final Source VUE = Source.create("js", Assets.text(Assets.VUE));
  private static final Source SERVER_RENDERER =
      Source.newBuilder("js", Assets.text(Assets.SERVER_RENDERER), "server-renderer.mjs")
          .mimeType("application/javascript+module")
          .buildLiteral();
  private static final Source SHOP = Source.create("js", Assets.shop());

  private final Engine engine =
      Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
  private final ExecutorService threads;

  /// @param threads how many pages are rendered at the same time; the others wait
  Renderer(int threads) {
    this.threads = Executors.newFixedThreadPool(threads);
  }

  /// Renders a page, in a context that lives no longer than that.
  ///
  /// @param payload what [Payload] wrote
  CompletableFuture<String> render(String payload) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Context context = context()) {
            return render(context, payload);
          }
        },
        threads);
  }

  /// A context in which the shop is loaded, and no page is rendered yet.
  Context context() {
    Context context =
        Context.newBuilder("js")
            .engine(engine)
            .allowExperimentalOptions(true)
            .option("js.esm-eval-returns-exports", "true")
            .build();
    context.eval(VUE);
    context.getBindings("js").putMember("ServerRenderer", context.eval(SERVER_RENDERER));
    context.eval(SHOP);
    return context;
  }

  /// Renders a page in a given context.
  static String render(Context context, String payload) {
    Value globals = context.getBindings("js");
    Value create = globals.getMember("Vue").getMember("createSSRApp");
    Value app = globals.getMember("shop").execute(create, payload);
    // Else Vue writes a comment where a component failed, and the page looks whole.
    app.getMember("config").putMember("throwUnhandledErrorInProduction", true);
    CompletableFuture<String> html = new CompletableFuture<>();
    ProxyExecutable rendered = arguments -> html.complete(arguments[0].asString());
    ProxyExecutable failed =
        arguments -> html.completeExceptionally(new IllegalStateException(arguments[0].toString()));
    globals
        .getMember("ServerRenderer")
        .invokeMember("renderToString", app)
        .invokeMember("then", rendered, failed);
    // What can be settled is settled before the call into JavaScript returns.
    html.completeExceptionally(
        new IllegalStateException("the page waits for something that never comes"));
    return html.join();
  }

  @Override
  public void close() {
    threads.close();
    engine.close();
  }
}
