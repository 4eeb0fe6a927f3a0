package workbook.serverrendering;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import picocli.CommandLine.Command;
import workbook.lab.Example;
import workbook.lab.Table;

/// The way of data to the browser: by JSON, and by the payload codec.
@Command(
    name = "server-rendering/payloads",
    description = "What becomes of values by JSON, and by the payload codec.")
public final class Payloads implements Example {

  /// A value, and the same in JavaScript.
  private record Case(String shown, Object value, String script) {}

  static void main(String[] args) {
    Example.main(new Payloads(), args);
  }

  private static List<Case> cases() {
    java.util.Map<String, Object> cycle = new java.util.LinkedHashMap<>();
    cycle.put("self", cycle);
    java.util.Map<String, Object> one = java.util.Map.of("x", 1);
    return List.of(
        new Case("a date", java.time.Instant.EPOCH, "new Date(0)"),
        new Case("NaN", Double.NaN, "NaN"),
        new Case("2^60", 1L << 60, "2n ** 60n"),
        new Case("one object twice", List.of(one, one), "(o => [o, o])({x: 1})"),
        new Case("a cycle", cycle, "(o => (o.self = o))({})"),
        new Case("a tag", "</script>", "'</script>'"));
  }

  @Override
  public int run(PrintStream out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("value", "JSON.stringify", "payload", "read again"));
    try (Engine engine =
            Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
        Context context = Context.newBuilder("js").engine(engine).build()) {
      context.eval("js", Assets.text("shop/payload.js"));
      for (Case each : cases()) {
        String payload = Payload.stringify(each.value());
        context.getBindings("js").putMember("text", payload);
        rows.add(
            List.of(
                each.shown(),
                json(context, each.script()),
                payload,
                context.eval("js", SHOWN.formatted("Payload.parse(text)")).asString()));
      }
    }
    Table.print(rows, out);
    return 0;
  }

  private static final String SHOWN =
      """
      (value => value instanceof Date ? `Date ${value.getTime()}`
        : typeof value === 'bigint' ? `${value}n`
        : Array.isArray(value) ? `the same: ${value[0] === value[1]}`
        : value?.self ? `itself: ${value.self === value}`
        : String(value))(%s)
      """;

  private static String json(Context context, String script) {
    try {
      return context.eval("js", "JSON.stringify(%s)".formatted(script)).asString();
    } catch (PolyglotException e) {
      return e.getMessage().lines().findFirst().orElse("").replaceFirst("^(\\w+): .*", "$1");
    }
  }
}
