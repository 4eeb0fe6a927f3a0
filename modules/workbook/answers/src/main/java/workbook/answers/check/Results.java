package workbook.answers.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import workbook.answers.check.Verdict.State;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// How a topic's exercises came out when Maven last ran its tests, which keep it in its `target`.
///
/// @param states by exercise
public record Results(Map<String, State> states) {

  private static final Pattern LINE =
      Pattern.compile(
          "\\S+ (%s)"
              .formatted(
                  Arrays.stream(State.values()).map(State::name).collect(Collectors.joining("|"))));

  private static Path file(Topic topic) {
    return topic.folder().resolve("target/exercises");
  }

  /// Keeps them as those of a topic.
  public void keep(Topic topic) {
    StringBuilder text = new StringBuilder();
    states.forEach((id, state) -> text.append(id).append(' ').append(state).append('\n'));
    try {
      Files.createDirectories(file(topic).getParent());
      Path whole = file(topic).resolveSibling("exercises.new");
      Files.writeString(whole, text);
      // At once, for the tests of another topic may be reading.
      Files.move(whole, file(topic), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Tally tally() {
    return Tally.of(List.copyOf(states.values()));
  }

  /// The line on all topics, if each has been run, be it by an earlier build: a topic that has not
  /// changed since is not run again.
  public static Optional<String> total(Tree tree) {
    List<State> all = new ArrayList<>();
    for (Topic topic : tree.topics()) {
      if (!Exercise.of(topic).isEmpty()) {
        Optional<Results> results = read(topic);
        if (results.isEmpty()) {
          return Optional.empty();
        }
        all.addAll(results.get().states().values());
      }
    }
    return Optional.of("Exercises: " + Tally.of(all) + ".");
  }

  private static Optional<Results> read(Topic topic) {
    if (!Files.exists(file(topic))) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(file(topic));
      if (!lines.stream().allMatch(line -> LINE.matcher(line).matches())) {
        // An older workbook has written it, in a form of its own.
        return Optional.empty();
      }
      Map<String, State> states = new TreeMap<>();
      lines.stream()
          .map(line -> line.split(" "))
          .forEach(words -> states.put(words[0], State.valueOf(words[1])));
      return Optional.of(new Results(states));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
