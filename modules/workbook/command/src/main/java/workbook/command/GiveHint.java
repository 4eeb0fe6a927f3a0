package workbook.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Tree;
import workbook.command.progress.Hints;
import workbook.command.read.Language;

@Command(
    name = "hint",
    description = "Show a hint for an exercise, one more each time.",
    mixinStandardHelpOptions = true)
final class GiveHint implements Runnable {

  @ParentCommand private Workbook workbook;

  @Parameters(
      paramLabel = "EXERCISE",
      arity = "0..1",
      completionCandidates = Candidates.Exercises.class,
      description = "For instance climbing-stairs/1; without it the one looked at last.")
  private String target;

  @Override
  public void run() {
    Tree tree = workbook.tree();
    Exercise exercise = workbook.exercise(tree, target);
    Language language = workbook.language();
    String another = language.say("One more: ./workbook hint %s", "下一条：./workbook hint %s");
    System.out.print(
        Hints.next(tree, exercise).text(workbook.screen(), another.formatted(exercise.id())));
  }
}
