package workbook.command.progress;

import workbook.command.check.Checker;
import workbook.command.check.Stub;
import workbook.command.check.Verdict;
import workbook.command.tree.Tree;

/// Checks exercises, and remembers what came of it.
public final class RememberingChecker {

  private final Tree tree;
  private final Checker checker;
  private final Progress progress;

  public RememberingChecker(Tree tree) {
    this.tree = tree;
    this.checker = new Checker(tree);
    this.progress = new Progress(tree);
  }

  /// The verdict on what stands in the learner's folder.
  ///
  /// @throws workbook.command.UserError if the topic's own examples do not compile
  public Verdict check(Stub stub) {
    ExerciseFile exercise = ExerciseFile.of(stub);
    Footprint before = Footprint.of(tree, exercise);
    Verdict verdict = checker.check(stub);
    // What was saved in the meantime may be what was checked, or not.
    if (before.stillHolds(tree)) {
      progress.update(stub.id(), entry -> entry.withVerdict(verdict.state(), before));
    }
    return verdict;
  }
}
