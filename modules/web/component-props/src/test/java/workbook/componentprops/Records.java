package workbook.componentprops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Props as a component of a Java record and as a property of a TypeScript type.
final class Records {

  /// One prop in both languages.
  ///
  /// @param java the component without its name
  /// @param typeScript the property's type
  /// @param optional whether the property has a `?`
  /// @param literal its default, or null
  record Pair(String java, String typeScript, boolean optional, String literal) {

    static Pair of(String java, String typeScript) {
      return new Pair(java, typeScript, false, null);
    }
  }

  /// Types that stand on both sides.
  private static final List<Pair> PLAIN =
      List.of(
          Pair.of("String", "string"),
          Pair.of("int", "number"),
          Pair.of("Double", "number"),
          Pair.of("boolean", "boolean"),
          Pair.of("Boolean", "boolean"),
          Pair.of("List<String>", "string[]"),
          Pair.of("int[]", "readonly number[]"),
          Pair.of("Map<String, Integer>", "Record<string, number>"),
          Pair.of("Set<String>", "Set<string>"),
          Pair.of("Runnable", "() => void"),
          Pair.of("Function<String, Integer>", "(text: string) => number"),
          Pair.of("Instant", "Date"),
          Pair.of("CompletableFuture<String>", "Promise<string>"),
          Pair.of("IllegalStateException", "Error"),
          Pair.of("Object", "any"),
          Pair.of("Pattern", "RegExp"),
          Pair.of("BigInteger", "bigint"),
          Pair.of("Author", "Author"),
          Pair.of("Size", "Size"),
          Pair.of("Symbol", "symbol"),
          Pair.of("JsFunction", "Function"));

  /// Members of a union, as class literals.
  private static final List<Pair> MEMBERS =
      List.of(
          Pair.of("String.class", "string"),
          Pair.of("int.class", "number"),
          Pair.of("boolean.class", "boolean"),
          Pair.of("List.class", "string[]"),
          Pair.of("Runnable.class", "(() => void)"),
          Pair.of("Instant.class", "Date"),
          Pair.of("Author.class", "Author"),
          Pair.of("Size.class", "Size"),
          Pair.of("Object.class", "UnknownType"),
          Pair.of("BigInteger.class", "bigint"));

  private static final List<String> LITERALS =
      List.of("1", "-1", "0.5", "\"x\"", "true", "null", "undefined", "[]", "[1]", "{a: 1}");

  private static final String BEFORE =
      "interface Author { name: string }\nenum Size { Small = \"small\", Big = \"big\" }";

  private static final String BEFORE_RECORDS =
      """
      import java.math.*;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;
      import java.util.regex.*;
      import workbook.componentprops.*;
      record Author(String name) {}
      enum Size { SMALL, BIG }
      """;
  private static final int LINES_BEFORE = (int) BEFORE_RECORDS.lines().count() + 1;

  private Records() {}

  /// Every type alone and optional, and random ones.
  static List<List<Pair>> all() {
    List<List<Pair>> all = new ArrayList<>();
    for (Pair pair : PLAIN) {
      all.add(List.of(pair, optional(pair)));
    }
    all.addAll(random(60));
    return all;
  }

  /// Random records of one to four props.
  static List<List<Pair>> random(int count) {
    Random random = new Random(Cases.SEED);
    return IntStream.range(0, count)
        .mapToObj(
            _ -> IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(_ -> random(random)).toList())
        .toList();
  }

  private static Pair random(Random random) {
    Pair pair = random.nextInt(3) == 0 ? union(random) : one(PLAIN, random);
    if (random.nextInt(3) == 0) {
      String literal = one(LITERALS, random);
      return new Pair(
          "@Default(%s) %s".formatted(Literal.quoted(literal), pair.java()),
          pair.typeScript(),
          true,
          literal);
    }
    return random.nextInt(4) == 0 ? optional(pair) : pair;
  }

  private static Pair optional(Pair pair) {
    int blank = pair.java().startsWith("@") ? pair.java().lastIndexOf(' ') + 1 : 0;
    String type = pair.java().substring(blank);
    Map<String, String> boxes = Map.of("int", "Integer", "boolean", "Boolean");
    return new Pair(
        pair.java().substring(0, blank) + "Optional<%s>".formatted(boxes.getOrDefault(type, type)),
        pair.typeScript(),
        true,
        null);
  }

  private static Pair union(Random random) {
    List<Pair> members =
        IntStream.rangeClosed(0, 1 + random.nextInt(2))
            .mapToObj(_ -> one(MEMBERS, random))
            .toList();
    boolean nullable = random.nextInt(3) == 0;
    String java =
        members.stream().map(Pair::java).collect(Collectors.joining(", ", "@Union({", "}) Object"));
    String typeScript = members.stream().map(Pair::typeScript).collect(Collectors.joining(" | "));
    return nullable
        ? Pair.of("@Nullable " + java, typeScript + " | null")
        : Pair.of(java, typeScript);
  }

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static String name(int index) {
    return String.valueOf((char) ('a' + index));
  }

  /// The same for Vue's compiler.
  static List<Map<String, String>> questions(List<List<Pair>> records) {
    List<Map<String, String>> questions = new ArrayList<>();
    for (List<Pair> props : records) {
      List<String> type = new ArrayList<>();
      List<String> destructured = new ArrayList<>();
      for (int i = 0; i < props.size(); i++) {
        Pair prop = props.get(i);
        type.add(name(i) + (prop.optional() ? "?: " : ": ") + prop.typeScript());
        if (prop.literal() != null) {
          destructured.add(name(i) + " = " + prop.literal());
        }
      }
      Map<String, String> question = new LinkedHashMap<>();
      question.put("before", BEFORE);
      question.put("type", "{ " + String.join("; ", type) + " }");
      question.put("destructured", String.join(", ", destructured));
      questions.add(question);
    }
    return questions;
  }

  /// What the processor makes of them, as Vue's answers are written: of several errors the first.
  static List<Object> answers(List<List<Pair>> records) {
    Map<Integer, String> wrong = new LinkedHashMap<>();
    for (String error : Compiled.of("Posts.java", source(records, wrong.keySet())).errors()) {
      String[] parts = error.split(":", 3);
      int record = Integer.parseInt(parts[1]) - LINES_BEFORE;
      wrong.putIfAbsent(record, "[@vue/compiler-sfc]" + parts[2]);
    }
    Map<String, Map<String, Prop>> declarations =
        Component.of("Posts.java", source(records, wrong.keySet())).declarations();
    List<Object> answers = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      answers.add(
          wrong.containsKey(i)
              ? Map.of("error", wrong.get(i))
              : Map.of("props", lines(declarations.get("Post%dProps".formatted(i)))));
    }
    return answers;
  }

  private static List<String> lines(Map<String, Prop> declaration) {
    return List.of(Component.text(declaration).split("\n"));
  }

  /// A record on each line, or a blank one for what is left out.
  private static String source(List<List<Pair>> records, Set<Integer> left) {
    StringBuilder source = new StringBuilder(BEFORE_RECORDS);
    for (int i = 0; i < records.size(); i++) {
      List<Pair> props = records.get(i);
      String components =
          IntStream.range(0, props.size())
              .mapToObj(j -> props.get(j).java() + " " + name(j))
              .collect(Collectors.joining(", "));
      source.append(
          left.contains(i) ? "" : "@DefineProps record Post%d(%s) {}".formatted(i, components));
      source.append('\n');
    }
    return source.toString();
  }
}
