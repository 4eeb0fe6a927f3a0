package workbook.command;

import picocli.CommandLine.Parameters;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Tree;

/// The argument that names an exercise.
final class ExerciseName {

  @Parameters(
      paramLabel = "EXERCISE",
      arity = "0..1",
      completionCandidates = Candidates.Exercises.class,
      description = "For instance climbing-stairs/1; without it the one looked at last.")
  private String target;

  Exercise in(Workbook workbook, Tree tree) {
    return workbook.exercise(tree, target);
  }
}
