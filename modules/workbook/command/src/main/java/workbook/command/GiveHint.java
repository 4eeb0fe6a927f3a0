package workbook.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private ExerciseName target;

  @Override
  public void run() {
    Tree tree = workbook.tree();
    Exercise exercise = target.in(workbook, tree);
    Language language = workbook.language();
    String another = language.say("One more: ./workbook hint %s", "下一条：./workbook hint %s");
    System.out.print(
        Hints.next(tree, exercise).text(workbook.screen(), another.formatted(exercise.id())));
  }
}
