package workbook.answers.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `@Exercise(…)` of a test class, read off its text. The compiler, which could tell as well,
/// takes longer to start than `./workbook` may take to answer.
///
/// @param values the strings of each element, those of the nested annotation with its name in
///   front: `chinese.hints`
record ExerciseAnnotation(Map<String, List<String>> values) {

  private static final Pattern START = Pattern.compile("^@Exercise\\(", Pattern.MULTILINE);
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\G\\s*(?:(?<name>[a-z]+)\\s*=(?:\\s*@[\\w.]+(?<nested>\\())?"
              + "|\"(?<text>(?:[^\"\\\\\\n]|\\\\.)*+)\"|(?<mark>[+,{})]))");

  /// The annotation in a source, if there is one.
  ///
  /// @throws IllegalStateException if it holds something else than names and strings
  static Optional<ExerciseAnnotation> in(String source) {
    Matcher start = START.matcher(source);
    return start.find() ? Optional.of(read(source, start.end())) : Optional.empty();
  }

  private static ExerciseAnnotation read(String source, int from) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Deque<String> within = new ArrayDeque<>();
    within.push("");
    List<String> current = new ArrayList<>();
    boolean continues = false;
    Matcher token = TOKEN.matcher(source).region(from, source.length());
    while (!within.isEmpty()) {
      if (!token.find()) {
        throw new IllegalStateException(
            "@Exercise holds names and strings only: "
                + source.substring(from).lines().findFirst());
      }
      if (token.group("name") != null) {
        if (token.group("nested") != null) {
          within.push(within.peek() + token.group("name") + ".");
        } else {
          current = new ArrayList<>();
          values.put(within.peek() + token.group("name"), current);
        }
      } else if (token.group("text") != null) {
        String text = token.group("text").translateEscapes();
        current.add(continues ? current.removeLast() + text : text);
      } else if (token.group("mark").equals(")")) {
        within.pop();
      }
      continues = "+".equals(token.group("mark"));
    }
    return new ExerciseAnnotation(values);
  }

  /// The string of an element; empty if it is not there.
  String text(String name) {
    return values.getOrDefault(name, List.of("")).getFirst();
  }

  /// @param prefix the nested annotation's name with a dot behind it, or nothing
  ExerciseTexts texts(String prefix) {
    return new ExerciseTexts(
        text(prefix + "title"), List.copyOf(values.getOrDefault(prefix + "hints", List.of())));
  }
}
