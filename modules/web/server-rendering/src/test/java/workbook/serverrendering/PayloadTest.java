package workbook.serverrendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The payload codec")
class PayloadTest {

  private static final String WEBJAR = "/META-INF/resources/webjars/devalue/5.6.4/";

  @TempDir private static Path folder;
  private static Context context;

  /// devalue itself, from its WebJar, and the shop's own reader.
  @BeforeAll
  static void load() throws IOException {
    for (String file : List.of("parse", "stringify", "uneval", "utils", "constants", "base64")) {
      Files.createDirectories(folder.resolve("src"));
      Files.writeString(
          folder.resolve("src/" + file + ".js"), Assets.text(WEBJAR + "src/" + file + ".js"));
    }
    Path index = Files.writeString(folder.resolve("index.js"), Assets.text(WEBJAR + "index.js"));
    context =
        Context.newBuilder("js")
            .allowIO(IOAccess.ALL)
            .allowExperimentalOptions(true)
            .option("js.esm-eval-returns-exports", "true")
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    Source devalue =
        Source.newBuilder("js", index.toFile()).mimeType("application/javascript+module").build();
    context.getBindings("js").putMember("devalue", context.eval(devalue));
    context.eval("js", Assets.text("shop/payload.js"));
  }

  @AfterAll
  static void close() {
    context.close();
  }

  /// Values, and the same in JavaScript.
  private static Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("null", null);
    values.put("undefined", Payload.ABSENT);
    values.put("NaN", Double.NaN);
    values.put("[Infinity, -Infinity, -0, 0]", List.of(1 / 0.0, -1 / 0.0, -0.0, 0));
    values.put(
        "[1, 1.5, -7, 1e21, 2n ** 70n, 1, '1', true, 'true']",
        List.of(1, 1.5, -7L, 1e21, BigInteger.TWO.pow(70), 1.0, "1", true, "true"));
    values.put("9007199254740993n", 9007199254740993L);
    values.put("-(2n ** 63n)", Long.MIN_VALUE);
    values.put("[2n ** 60n, 2n ** 60n]", List.of(1L << 60, BigInteger.TWO.pow(60)));
    values.put("9007199254740991", (1L << 53) - 1);
    values.put("new Date(0)", Instant.EPOCH);
    values.put("new Date(951782400123)", Instant.ofEpochMilli(951782400123L));
    values.put(
        "'</script><!-- \"\\\\\\n\\t\\u0001\\u2028 世界 😀'",
        "</script><!-- \"\\\n\t\u0001\u2028 世界 😀");
    values.put("new Set(['a', 1, 'a'])", new LinkedHashSet<>(List.of("a", 1)));
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(1, "one");
    map.put(Instant.EPOCH, List.of());
    values.put("new Map([[1, 'one'], [new Date(0), []]])", map);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("a", Payload.ABSENT);
    object.put("b c", List.of("x", "x"));
    object.put("</script>", new LinkedHashMap<>());
    values.put("({a: undefined, 'b c': ['x', 'x'], '</script>': {}})", object);
    Map<String, Object> shared = Map.of("x", 1);
    values.put(
        "(o => [o, o, {x: 1}])({x: 1})", List.of(shared, shared, new LinkedHashMap<>(shared)));
    Map<String, Object> cycle = new LinkedHashMap<>();
    cycle.put("list", new ArrayList<>(List.of(cycle)));
    cycle.put("self", cycle);
    values.put("(o => { o.list = [o]; o.self = o; return o })({})", cycle);
    return values;
  }

  @Test
  @DisplayName("writes what devalue writes, and devalue and the shop's reader read it alike")
  void devalue() {
    values()
        .forEach((script, value) -> {
          String payload = Payload.stringify(value);
          context.getBindings("js").putMember("text", payload);
          // 1e21 is spelt 1.0E21 in Java, and U+2028 in capitals: the same values.
          assertThat(payload.replace("1.0E21", "1e+21"))
              .as(script)
              .isEqualTo(context.eval("js", "devalue.stringify(%s)".formatted(script)).asString());
          Value again = context.eval("js", "devalue.stringify(devalue.parse(text))");
          Value ours = context.eval("js", "devalue.stringify(Payload.parse(text))");
          assertThat(ours.asString()).as("%s, read", script).isEqualTo(again.asString());
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // From the fact that devalue's format is a list of slots: by hand.
        "{} | [{}]",
        "[] | [[]]"
      })
  @DisplayName("empty objects and lists")
  void empty(String json, String expected) {
    Object value = json.equals("{}") ? Map.of() : List.of();
    assertThat(Payload.stringify(value)).isEqualTo(expected);
  }

  @Test
  @DisplayName("refuses what has no form, with its place")
  void refused() {
    assertThatThrownBy(() -> Payload.stringify(Map.of("a", List.of(1, new Thread()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot stringify java.lang.Thread at payload.a[1]");
    assertThatThrownBy(() -> Payload.stringify(Map.of("__proto__", 1)))
        .hasMessage("Cannot stringify objects with __proto__ keys at payload");
  }
}
