package workbook.command.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import workbook.answers.UserError;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;
import workbook.command.progress.Standing;
import workbook.command.progress.Standings;

/// The exercises that are watched, and the one among them that the learner is at.
final class Course {

  private final Tree tree;
  private final List<Topic> topics;

  /// What was solved since a file was saved last. Moving on does not lead back to it, even where
  /// progress cannot be kept.
  private final Set<String> solvedNow = new HashSet<>();

  private Exercise current;

  /// Begins with what is next, or with the first exercise where all are solved.
  ///
  /// @throws UserError if the topics have no exercises
  Course(Tree tree, List<Topic> topics) {
    this.tree = tree;
    this.topics = topics;
    Standings standings = standings();
    if (standings.all().isEmpty()) {
      throw new UserError("there are no exercises to watch here yet");
    }
    this.current = standings.next().orElse(standings.all().getFirst()).exercise();
  }

  Standings standings() {
    return Standings.of(tree, topics);
  }

  /// The folders in which a save may change a verdict.
  List<Path> folders() {
    return topics.stream()
        .flatMap(
            topic -> Stream.of("src/exercise", "src/main", "src/test").map(topic.folder()::resolve))
        .toList();
  }

  Exercise current() {
    return current;
  }

  boolean isSolved() {
    return standings().all().stream().allMatch(of -> of.standing() == Standing.SOLVED);
  }

  /// Goes to the exercise that was saved, if one was.
  ///
  /// @return whether what was saved may change the verdict on the exercise that the learner is at
  boolean saved(Set<Path> files) {
    solvedNow.clear();
    if (files.contains(current.file())) {
      return true;
    }
    Optional<Exercise> saved =
        standings().all().stream()
            .map(Standing.Of::exercise)
            .filter(exercise -> files.contains(exercise.file()))
            .findFirst();
    saved.ifPresent(exercise -> current = exercise);
    return saved.isPresent()
        || files.stream().anyMatch(file -> file.startsWith(current.topic().folder()));
  }

  void solved(String id) {
    solvedNow.add(id);
  }

  /// Goes to the next exercise that is not solved, from here on and round again.
  ///
  /// @return whether there was one
  boolean next() {
    List<Standing.Of> round = new ArrayList<>(standings().all());
    List<String> ids = round.stream().map(of -> of.exercise().id()).toList();
    Collections.rotate(round, -ids.indexOf(current.id()) - 1);
    Optional<Exercise> next =
        round.stream()
            .filter(of -> of.standing() != Standing.SOLVED)
            .map(Standing.Of::exercise)
            .filter(exercise -> !solvedNow.contains(exercise.id()))
            .filter(exercise -> !exercise.id().equals(current.id()))
            .findFirst();
    next.ifPresent(exercise -> current = exercise);
    return next.isPresent();
  }
}
