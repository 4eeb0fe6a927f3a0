package workbook.serverrendering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Two files that cannot both be seen.
///
/// @param what they have in common
record Conflict(String first, String second, String what) {

  @Override
  public String toString() {
    return "%s and %s %s".formatted(first, second, what);
  }

  /// @param files all of them
  /// @param pages those that became routes
  static List<Conflict> among(List<String> files, List<PageFile> pages, List<Route> routes) {
    List<Conflict> conflicts = new ArrayList<>();
    Set<Set<String>> pairs = new HashSet<>();
    Map<Object, String> places = new LinkedHashMap<>();
    for (String file : files.stream().sorted().toList()) {
      String other = places.putIfAbsent(PageFile.of(file, _ -> {}).segments(), file);
      report(
          conflicts,
          pairs,
          other,
          file,
          "are in the same place: round brackets are not in the address");
    }
    Map<String, String> shapes = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    check("", routes, shapes, names, conflicts, pairs);
    return List.copyOf(conflicts);
  }

  private static void check(
      String before,
      List<Route> routes,
      Map<String, String> shapes,
      Map<String, String> names,
      List<Conflict> conflicts,
      Set<Set<String>> pairs) {
    for (Route route : routes) {
      String path = route.below(before);
      if (!route.name().isEmpty()) {
        String other = shapes.putIfAbsent(shape(path), route.file());
        report(
            conflicts,
            pairs,
            other,
            route.file(),
            "answer the same addresses, %s: the second is never seen".formatted(path));
        other = names.putIfAbsent(route.name(), route.file());
        report(
            conflicts,
            pairs,
            other,
            route.file(),
            "have the same name, %s: vue-router keeps one of them".formatted(route.name()));
      }
      check(path, route.children(), shapes, names, conflicts, pairs);
    }
  }

  private static void report(
      List<Conflict> conflicts, Set<Set<String>> pairs, String first, String second, String what) {
    if (first != null && pairs.add(Set.of(first, second))) {
      conflicts.add(new Conflict(first, second, what));
    }
  }

  /// Parameters by any name, and letters in any case: vue-router tells neither apart.
  private static String shape(String path) {
    return path.replaceAll("(?<!\\\\):\\w+", ":").toLowerCase(Locale.ROOT);
  }
}
