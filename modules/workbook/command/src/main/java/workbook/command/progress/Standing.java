package workbook.command.progress;

import java.util.List;
import java.util.Map;
import workbook.answers.check.Verdict;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// How an exercise stands, by what is remembered of it and by its files as they are now. Nothing is
/// run for it.
public enum Standing {
  /// Its tests passed, and it is still what they passed on.
  SOLVED,
  /// A test failed, and it is still what that failed on.
  FAILING,
  /// The learner has written something that was not checked yet.
  UNCHECKED,
  /// Something of it is still to be written.
  NOT_STARTED;

  /// An exercise and how it stands.
  public record Of(Exercise exercise, Standing standing, int hints) {}

  /// How a topic's exercises stand, by number.
  public static List<Of> in(Tree tree, Topic topic, Map<String, Entry> remembered) {
    return Exercise.of(topic).stream()
        .map(exercise -> {
          Entry entry = remembered.getOrDefault(exercise.id(), Entry.NONE);
          return new Of(exercise, of(tree, exercise, entry), entry.hints());
        })
        .toList();
  }

  static Standing of(Tree tree, Exercise exercise, Entry entry) {
    return entry
        .verdict()
        .filter(judged -> judged.footprint().stillHolds(tree))
        .map(judged -> judged.state() == Verdict.State.SOLVED ? SOLVED : FAILING)
        .orElse(exercise.isOpen() ? NOT_STARTED : UNCHECKED);
  }
}
