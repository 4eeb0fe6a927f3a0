package workbook.command.progress;

import workbook.answers.build.Classes;
import workbook.answers.check.Checker;
import workbook.answers.check.Verdict;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Tree;

/// Checks exercises, and remembers what came of it.
public final class RememberingChecker {

  private final Tree tree;
  private final Checker checker;
  private final Progress progress;

  /// @param classes those of the topics' examples
  public RememberingChecker(Tree tree, Classes classes) {
    this.tree = tree;
    this.checker = new Checker(classes);
    this.progress = new Progress(tree);
  }

  /// The verdict on what stands in the learner's folder.
  ///
  /// @throws workbook.answers.UserError if the topic's own examples do not compile
  public Verdict check(Exercise exercise) {
    Footprint before = Footprint.of(tree, exercise);
    Verdict verdict = checker.check(exercise);
    // What was saved in the meantime may be what was checked, or not.
    if (before.stillHolds(tree)) {
      progress.update(exercise.id(), entry -> entry.withVerdict(verdict.state(), before));
    }
    return verdict;
  }
}
