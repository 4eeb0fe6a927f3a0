package workbook.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Tree;
import workbook.command.progress.Hints;
import workbook.command.read.Screen;

@Command(
    name = "hint",
    description = "Show a hint for an exercise, one more each time.",
    mixinStandardHelpOptions = true)
final class GiveHint implements Runnable {

  @ParentCommand private Workbook workbook;

  @Parameters(
      paramLabel = "EXERCISE",
      completionCandidates = Candidates.Exercises.class,
      description = "For instance climbing-stairs/1.")
  private String target;

  @Override
  public void run() {
    Tree tree = workbook.tree();
    Hints hints = Hints.next(tree, Exercise.named(tree, target));
    System.out.print(hints.text(Screen.ofThisProcess()));
  }
}
