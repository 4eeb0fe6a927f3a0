package workbook.serverrendering;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the route of an address, as vue-router does: a regular expression for each route, the best
/// score first
/// ([pathParserRanker](https://github.com/vuejs/router/blob/main/packages/router/src/matcher/pathParserRanker.ts)).
final class RouteMatcher {

  private static final Pattern TOKEN =
      Pattern.compile("(?:\\\\:|[^:])++|:(?<name>\\w+)(?<custom>\\([^)]*\\))?(?<modifier>[?+*])?");

  /// How many segments `[id]+` takes. vue-router has no such limit, but Java's engine goes a step
  /// deeper into the stack for each.
  private static final int MOST_SEGMENTS = 100;

  /// Not the slash in `[^/]`.
  private static final Pattern SEGMENT_END = Pattern.compile("(?<!\\^)/");

  /// @param pages the files from the outermost layout to the page
  /// @param parameters a text for each that is in the address, or a list of texts for those that
  ///   take several segments
  record Match(List<String> pages, String name, Map<String, Object> parameters) {}

  private record Parameter(String name, boolean repeatable) {}

  private record Candidate(
      Pattern pattern,
      List<Parameter> parameters,
      List<List<Integer>> score,
      List<String> pages,
      String name) {}

  private final List<Candidate> candidates = new ArrayList<>();

  RouteMatcher(List<Route> routes) {
    add("", List.of(), routes);
    // Of equals the inner one: it is the page, and the outer one its layout.
    candidates.sort(
        Comparator.comparing(Candidate::score, RouteMatcher::compareScores)
            .thenComparing(candidate -> -candidate.pages().size()));
  }

  private void add(String before, List<String> layouts, List<Route> routes) {
    for (Route route : routes) {
      String whole = route.below(before);
      List<String> pages = new ArrayList<>(layouts);
      pages.add(route.file());
      candidates.add(candidate(whole, pages, route.name()));
      add(whole, pages, route.children());
    }
  }

  /// @param path as a browser sends it, with its escapes
  Optional<Match> match(String path) {
    for (Candidate candidate : candidates) {
      Matcher matcher = candidate.pattern().matcher(path);
      if (matcher.matches()) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int i = 0; i < candidate.parameters().size(); i++) {
          Parameter parameter = candidate.parameters().get(i);
          String value = matcher.group(i + 1);
          if (value == null || value.isEmpty()) {
            parameters.remove(parameter.name());
          } else {
            parameters.put(
                parameter.name(), parameter.repeatable() ? several(value) : decoded(value));
          }
        }
        return Optional.of(new Match(candidate.pages(), candidate.name(), parameters));
      }
    }
    return Optional.empty();
  }

  private static List<String> several(String value) {
    return Arrays.stream(value.split("/", -1)).map(RouteMatcher::decoded).toList();
  }

  /// What cannot be decoded stays as it is, as in vue-router.
  private static String decoded(String text) {
    try {
      // As bytes first: URLDecoder would put a replacement character for what is no UTF-8.
      String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      String decoded = URLDecoder.decode(bytes.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(decoded.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return text;
    }
  }

  private static Candidate candidate(String path, List<String> pages, String name) {
    StringBuilder pattern = new StringBuilder();
    List<Parameter> parameters = new ArrayList<>();
    List<List<Integer>> score = new ArrayList<>();
    for (String segment :
        path.equals("/") ? List.of("") : List.of(SEGMENT_END.split(path.substring(1)))) {
      List<Integer> scores = new ArrayList<>();
      Matcher tokens = TOKEN.matcher(segment);
      boolean first = true;
      while (tokens.find()) {
        boolean alone = first && tokens.end() == segment.length();
        if (tokens.group("name") == null) {
          pattern
              .append(first ? "/" : "")
              .append(Pattern.quote(tokens.group().replace("\\:", ":")));
          scores.add(800);
        } else {
          scores.add(parameter(tokens, first, alone, pattern, parameters));
        }
        first = false;
      }
      score.add(scores.isEmpty() ? List.of(900) : scores);
    }
    Pattern whole = Pattern.compile(pattern + "/?", Pattern.CASE_INSENSITIVE);
    return new Candidate(whole, List.copyOf(parameters), score, List.copyOf(pages), name);
  }

  /// @return its score, in tenths of vue-router's
  private static int parameter(
      Matcher token,
      boolean first,
      boolean alone,
      StringBuilder pattern,
      List<Parameter> parameters) {
    String custom = token.group("custom") == null ? "()" : token.group("custom");
    String modifier = token.group("modifier") == null ? "" : token.group("modifier");
    String expression = custom.equals("()") ? "[^/]+?" : custom.substring(1, custom.length() - 1);
    boolean repeatable = modifier.equals("*") || modifier.equals("+");
    boolean optional = modifier.equals("*") || modifier.equals("?");
    parameters.add(new Parameter(token.group("name"), repeatable));
    String group = "(" + expression + ")";
    if (repeatable && expression.equals("[^/]*")) {
      // Segments of which any may be empty: that is any text.
      group = "(.*)";
    } else if (repeatable && !expression.equals(".*")) {
      group = "(%1$s(?:/%1$s){0,%2$d})".formatted(expression, MOST_SEGMENTS - 1);
    }
    if (first) {
      group = optional && alone ? "(?:/" + group + ")" : "/" + group;
    }
    pattern.append(group).append(optional ? "?" : "");
    return 400
        + 200
        + (custom.equals("()") ? 0 : 100)
        - (optional ? 80 : 0)
        - (repeatable ? 200 : 0)
        - (expression.equals(".*") ? 500 : 0);
  }

  private static int compareScores(List<List<Integer>> a, List<List<Integer>> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = compareSegments(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    if (Math.abs(a.size() - b.size()) == 1) {
      if (a.getLast().getLast() < 0) {
        return 1;
      }
      if (b.getLast().getLast() < 0) {
        return -1;
      }
    }
    return b.size() - a.size();
  }

  private static int compareSegments(List<Integer> a, List<Integer> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (!a.get(i).equals(b.get(i))) {
        return b.get(i) - a.get(i);
      }
    }
    if (a.size() == b.size()) {
      return 0;
    }
    // Text alone before text with something behind it, and anything longer before a parameter.
    List<Integer> shorter = a.size() < b.size() ? a : b;
    boolean shorterFirst = shorter.equals(List.of(800));
    return (shorter == a) == shorterFirst ? -1 : 1;
  }
}
