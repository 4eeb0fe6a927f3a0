package workbook.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import workbook.command.progress.ExerciseFile;
import workbook.command.progress.Hints;
import workbook.command.read.Screen;
import workbook.command.tree.Tree;

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
    Hints hints = Hints.next(tree, ExerciseFile.named(tree, target).stub());
    System.out.print(hints.text(Screen.ofThisProcess()));
  }
}
