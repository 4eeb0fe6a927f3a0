package workbook.componentprops;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Declarations with what is given to them: those in cases.json, and random ones.
final class Cases {

  static final long SEED = 20_261_127;

  private static final List<String> NAMES =
      List.of("a", "fooBar", "x2Y", "isOK", "on", "likes", "aB");

  private static final List<Object> VALUES = new ArrayList<>();

  static {
    VALUES.addAll(
        List.of(
            "",
            "a",
            "foo-bar",
            "true",
            "5",
            " 5 ",
            "0x1f",
            "1e21",
            ".5",
            "five",
            "x\"y",
            true,
            false,
            0,
            5,
            -1.5,
            1e21,
            1e-7,
            123456789012.0,
            0.1,
            List.of(),
            List.of(5),
            List.of(1, List.of(2, "x")),
            Map.of(),
            Map.of("a", 1)));
    VALUES.add(null);
    Stream.of("undefined", "set", "promise", "class")
        .forEach(kind -> VALUES.add(Map.of("$", kind)));
    Stream.of("NaN", "Infinity").forEach(text -> VALUES.add(Map.of("$", "number", "text", text)));
    VALUES.add(Map.of("$", "symbol", "text", "s"));
    VALUES.add(Map.of("$", "bigint", "text", "90071992547409931"));
    VALUES.add(Map.of("$", "date", "text", "1700000000000"));
    VALUES.add(Map.of("$", "error", "text", "e"));
    VALUES.add(Map.of("$", "function", "text", "() => 'made'"));
    VALUES.add(Map.of("$", "function", "text", "() => 7"));
  }

  private Cases() {}

  /// Those that are written down.
  static List<Object> written() {
    try (InputStream in = Cases.class.getResourceAsStream("cases.json")) {
      return List.of(JsonMapper.builder().build().readValue(in, Object[].class));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<Object> random() {
    Random random = new Random(SEED);
    return Stream.generate(() -> random(random));
  }

  private static Object random(Random random) {
    Map<String, Object> props = new LinkedHashMap<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      String name = one(NAMES, random);
      props.put(random.nextInt(4) == 0 ? Names.hyphenate(name) : name, prop(random));
    }
    List<Object> given = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      Map<String, Object> values = new LinkedHashMap<>();
      for (int j = 0; j < random.nextInt(5); j++) {
        String name = one(NAMES, random);
        boolean says = random.nextInt(5) == 0;
        values.put(
            random.nextBoolean() ? Names.hyphenate(name) : name,
            says ? Names.hyphenate(name) : one(VALUES, random));
      }
      given.add(values);
    }
    String root = random.nextBoolean() ? "element" : "fragment";
    return Map.of("props", props, "given", given, "root", root);
  }

  private static Map<String, Object> prop(Random random) {
    Map<String, Object> prop = new LinkedHashMap<>();
    if (random.nextInt(6) > 0) {
      List<String> types = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        types.add(
            random.nextBoolean()
                ? one(Codec.typeNames().subList(0, 4), random)
                : one(Codec.typeNames(), random));
      }
      // A list of null alone is, to Vue, another thing than null.
      prop.put("types", types.size() > 1 || random.nextInt(20) > 0 ? types : List.of());
    }
    if (random.nextInt(3) == 0) {
      prop.put("required", true);
    }
    if (random.nextInt(8) == 0) {
      prop.put("skipCheck", true);
    }
    switch (random.nextInt(8)) {
      case 0, 1 -> prop.put("default", one(VALUES, random));
      case 2 -> prop.put("factory", one(VALUES, random));
      case 3 -> prop.put("copies", one(NAMES, random));
      default -> {}
    }
    if (random.nextInt(6) == 0) {
      prop.put("rejects", one(NAMES, random));
    }
    return prop;
  }

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /// What this topic's code answers to a case, as Vue's answer is written.
  static List<Object> answer(Object question) {
    Map<String, Object> asked = Npm.object(question);
    Declaration declaration = Codec.declaration(asked.get("props"));
    Instance instance = new Instance(declaration);
    List<Object> answers = new ArrayList<>();
    for (Object given : (List<?>) asked.get("given")) {
      List<String> warnings = new ArrayList<>();
      if (answers.isEmpty()) {
        warnings.addAll(declaration.warnings());
      }
      warnings.addAll(instance.give(Codec.decodedMembers((Map<?, ?>) given)));
      if ("fragment".equals(asked.get("root"))) {
        warnings.addAll(FallThrough.lost(instance.attrs()));
      }
      answers.add(
          Map.of(
              "props", Codec.encoded(instance.props()),
              "attrs", Codec.encoded(instance.attrs()),
              "warnings", warnings));
    }
    return answers;
  }
}
