package workbook.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import workbook.answers.check.Verdict;
import workbook.answers.check.Verdict.State;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Tree;
import workbook.command.check.VerdictText;
import workbook.command.progress.Progress;
import workbook.command.progress.RememberingChecker;
import workbook.command.read.Language;

@Command(
    name = "solution",
    description = "Show the worked answer beside yours, once yours passes.",
    mixinStandardHelpOptions = true)
final class ShowSolution implements Callable<Integer> {

  private static final int NOT_SOLVED = 1;

  @ParentCommand private Workbook workbook;

  @Mixin private ExerciseName target;

  @Option(names = "--reveal", description = "Show it before yours passes, too.")
  private boolean reveal;

  @Override
  public Integer call() {
    Tree tree = workbook.tree();
    Language language = workbook.language();
    Exercise exercise = target.in(workbook, tree);
    if (!reveal && !new Progress(tree).isSolved(exercise)) {
      Verdict verdict = new RememberingChecker(tree, workbook.classes(tree)).check(exercise);
      if (verdict.state() != State.SOLVED) {
        System.out.println(exercise.id() + "  " + language.of(exercise).title());
        System.out.println(VerdictText.summary(verdict, language));
        System.out.println();
        System.out.print(
            language
                .say(
                    """
                    A hint:                    ./workbook hint %1$s
                    The worked answer anyway:  ./workbook solution %1$s --reveal
                    """,
                    """
                    提示：            ./workbook hint %1$s
                    直接看参考答案：  ./workbook solution %1$s --reveal
                    """)
                .formatted(exercise.id()));
        return NOT_SOLVED;
      }
    }
    System.out.print(Comparison.of(exercise).text(workbook.screen()));
    return 0;
  }
}
