package workbook.answers.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import workbook.answers.check.Verdict.State;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// How a topic's exercises came out in a Maven build. Each topic's tests keep theirs in its
/// `target`, and those that end last add them up.
///
/// @param build what tells that build from others
/// @param states by exercise
public record Results(String build, Map<String, State> states) {

  private static Path file(Topic topic) {
    return topic.folder().resolve("target/exercises");
  }

  /// Keeps them as those of a topic.
  public void keep(Topic topic) {
    StringBuilder text = new StringBuilder(build).append('\n');
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

  /// The line on all topics, if all have come in this build and nobody has said it yet. Of a topic
  /// that did not compile Maven itself speaks.
  public Optional<String> total(Tree tree) {
    List<State> all = new ArrayList<>();
    for (Topic topic : tree.topics()) {
      if (!Exercise.of(topic).isEmpty()) {
        Optional<Results> results = read(topic).filter(each -> each.build().equals(build));
        if (results.isEmpty()) {
          return Optional.empty();
        }
        all.addAll(results.get().states().values());
      }
    }
    return isFirst(tree) ? Optional.of("Exercises: " + Tally.of(all) + ".") : Optional.empty();
  }

  /// With `mvn -T` two topics may end at the same time; one of them may speak.
  private boolean isFirst(Tree tree) {
    try {
      Path folder = Files.createDirectories(tree.root().resolve("target/workbook/builds"));
      Files.createFile(folder.resolve(build.replaceAll("\\W", "-")));
      return true;
    } catch (FileAlreadyExistsException _) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Results> read(Topic topic) {
    if (!Files.exists(file(topic))) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(file(topic));
      Map<String, State> states = new TreeMap<>();
      lines.stream()
          .skip(1)
          .map(line -> line.split(" "))
          .forEach(words -> states.put(words[0], State.valueOf(words[1])));
      return Optional.of(new Results(lines.getFirst(), states));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
