package workbook.command.watch;

import java.nio.file.Files;
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
public final class Course {

  private final Tree tree;
  private final List<Topic> topics;

  /// What was solved since a file was saved last. Moving on does not lead back to it, even where
  /// progress cannot be kept.
  private final Set<String> solvedNow = new HashSet<>();

  private Exercise current;

  /// Whether the learner has said where to begin.
  private final boolean chosen;

  /// @param first the exercise to begin with; if none is given, what is next, or the first one
  ///   where all are solved
  /// @throws UserError if the topics have no exercises
  public Course(Tree tree, List<Topic> topics, Optional<Exercise> first) {
    this.tree = tree;
    this.topics = topics;
    Standings standings = standings();
    if (standings.all().isEmpty()) {
      throw new UserError("there are no exercises to watch here yet");
    }
    this.current =
        first.orElseGet(() -> standings.next().orElse(standings.all().getFirst()).exercise());
    this.chosen = first.isPresent();
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

  /// Whether there is nothing to begin with.
  boolean isOver() {
    return !chosen && standings().all().stream().allMatch(of -> of.standing() == Standing.SOLVED);
  }

  /// Goes to the exercise that was saved, if one was. One that is deleted is no place to go to.
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
            .filter(exercise -> Files.exists(exercise.file()))
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
