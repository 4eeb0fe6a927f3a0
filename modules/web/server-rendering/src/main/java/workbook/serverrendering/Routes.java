package workbook.serverrendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// From files to routes, as Nuxt's compiler [unrouting](https://github.com/unjs/unrouting) has it.
///
/// @param routes the first level, the most specific first
/// @param conflicts files of which one hides the other
/// @param warnings what was passed over in a name
record Routes(List<Route> routes, List<Conflict> conflicts, List<String> warnings) {

  /// A route while others are put into it.
  private static final class Draft {
    private String name = "";
    private String path = "";
    private final PageFile page;
    private final List<Draft> children = new ArrayList<>();

    private Draft(PageFile page) {
      this.page = page;
    }
  }

  /// @param files paths in the folder of pages, with `/` between names
  /// @throws workbook.lab.Refusal if a name is not well formed
  static Routes of(List<String> files) {
    List<String> warnings = new ArrayList<>();
    List<PageFile> pages = new ArrayList<>();
    Map<Object, PageFile> places = new LinkedHashMap<>();
    for (String file : files) {
      PageFile page = PageFile.of(file, warnings::add);
      // Of two files in the same place the first is taken.
      if (places.putIfAbsent(List.of(page.segments(), page.groups()), page) == null) {
        pages.add(page);
      }
    }
    // A parent's path is shorter than its children's: it is there when they come.
    pages.sort(Comparator.comparing(PageFile::file, SHORTEST_FIRST));
    List<Draft> drafts = new ArrayList<>();
    pages.forEach(page -> insert(page, drafts));
    List<Route> routes = finished(drafts, false);
    return new Routes(routes, Conflict.among(files, pages, routes), List.copyOf(warnings));
  }

  private static final Comparator<String> SHORTEST_FIRST =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  /// Goes down as long as there is a route for the segments so far, and puts the page there, with
  /// the rest of its path.
  private static void insert(PageFile page, List<Draft> roots) {
    Draft draft = new Draft(page);
    List<Draft> level = roots;
    List<List<Token>> segments = page.segments();
    if (segments.isEmpty()) {
      draft.path = "/";
    }
    for (int i = 0; i < segments.size(); i++) {
      List<Token> segment = segments.get(i);
      boolean last = i == segments.size() - 1 || segments.get(i + 1).isEmpty();
      draft.name += (draft.name.isEmpty() ? "" : "/") + PageFile.name(segment);
      String step = "/" + RoutePath.of(segment, last);
      Draft parent = find(level, draft.name, joined(draft.path, step));
      if (parent != null) {
        level = parent.children;
        draft.path = "";
      } else if (!segment.isEmpty()) {
        draft.path += step;
      } else if (draft.path.isEmpty()) {
        draft.path = "/";
      }
    }
    level.add(draft);
  }

  /// The path of a parent: whatever it matches at its end, its children follow.
  private static String joined(String path, String step) {
    String whole = step.equals("/") && !path.isEmpty() ? path : path + step;
    return whole.replace(RoutePath.WITHIN_SEGMENTS, RoutePath.ALL);
  }

  private static Draft find(List<Draft> level, String name, String path) {
    return level.stream()
        .filter(draft -> draft.name.equals(name) && draft.path.equals(path))
        .findFirst()
        .orElse(null);
  }

  private static List<Route> finished(List<Draft> drafts, boolean inside) {
    return drafts.stream()
        .map(draft -> finished(draft, inside))
        .sorted(Comparator.comparing(Route::path, Routes::specificFirst))
        .toList();
  }

  private static Route finished(Draft draft, boolean inside) {
    List<Route> children = finished(draft.children, true);
    String name = draft.name.replaceFirst("/index$", "").replace('/', '-');
    if (children.stream().anyMatch(child -> child.path().isEmpty())) {
      name = "";
    } else if (name.isEmpty()) {
      name = "index";
    }
    String path = inside && draft.path.startsWith("/") ? draft.path.substring(1) : draft.path;
    return new Route(path, name, draft.page.file(), draft.page.groups(), children);
  }

  /// Segment by segment: text before a parameter, and a catch-all at the end.
  private static int specificFirst(String a, String b) {
    String[] ours = segments(a);
    String[] theirs = segments(b);
    for (int i = 0; i < Math.max(ours.length, theirs.length); i++) {
      int order = Integer.compare(rank(theirs, i), rank(ours, i));
      if (order != 0) {
        return order;
      }
    }
    return a.compareTo(b);
  }

  private static String[] segments(String path) {
    return Arrays.stream(path.replace(RoutePath.WITHIN_SEGMENTS, RoutePath.ALL).split("/"))
        .filter(segment -> !segment.isEmpty())
        .toArray(String[]::new);
  }

  private static int rank(String[] segments, int index) {
    if (index >= segments.length) {
      return Integer.MIN_VALUE;
    }
    String segment = segments[index];
    if (segment.contains(RoutePath.ALL)) {
      return -400;
    }
    if (!segment.replace("\\:", "").contains(":")) {
      return 400;
    }
    return segment.contains("?")
        ? 100
        : segment.contains("+") ? 200 : segment.contains("*") ? 50 : 300;
  }
}
