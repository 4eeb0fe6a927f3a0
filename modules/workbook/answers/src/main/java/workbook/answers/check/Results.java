package workbook.answers.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import workbook.answers.check.Verdict.State;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// How a topic's exercises came out in a Maven build.
///
/// @param build what tells that build from others
/// @param states by exercise
public record Results(String build, Map<String, State> states) {

  /// Where a topic's are.
  public static Path file(Path topic) {
    return topic.resolve("target/exercises");
  }

  /// The line that closes `mvn test`: what came out in all topics of a build.
  public static String line(Tree tree, String build) {
    List<State> states = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Topic topic : tree.topics()) {
      Results results = read(topic.folder());
      if (results.build().equals(build)) {
        states.addAll(results.states().values());
      } else if (!Exercise.of(topic).isEmpty()) {
        missing.add(topic.name());
      }
    }
    String line = "Exercises: " + Tally.of(states) + ".";
    return missing.isEmpty()
        ? line
        : line + " Did not run, so not counted: " + String.join(", ", missing) + ".";
  }

  private static Results read(Path topic) {
    Map<String, State> states = new TreeMap<>();
    try {
      if (!Files.exists(file(topic))) {
        return new Results("", states);
      }
      List<String> lines = Files.readAllLines(file(topic));
      lines.stream()
          .skip(1)
          .map(line -> line.split(" "))
          .forEach(words -> states.put(words[0], State.valueOf(words[1])));
      return new Results(lines.getFirst(), states);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As it is kept.
  public String text() {
    StringBuilder text = new StringBuilder(build).append('\n');
    states.forEach((id, state) -> text.append(id).append(' ').append(state).append('\n'));
    return text.toString();
  }

  public Tally tally() {
    return Tally.of(List.copyOf(states.values()));
  }
}
