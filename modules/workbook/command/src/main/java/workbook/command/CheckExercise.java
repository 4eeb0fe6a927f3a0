package workbook.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import workbook.command.check.Checker;
import workbook.command.check.Stub;
import workbook.command.check.Verdict;
import workbook.command.check.Verdict.State;
import workbook.command.check.VerdictText;
import workbook.command.read.Screen;
import workbook.command.tree.Tree;

@Command(
    name = "check",
    description = "Say whether an exercise is solved, and if not, why.",
    mixinStandardHelpOptions = true)
final class CheckExercise implements Callable<Integer> {

  @ParentCommand private Workbook workbook;

  @Parameters(paramLabel = "EXERCISE", arity = "0..1", description = "For instance climbing-stairs/1, or a topic for all of its exercises.")
  private String target;

  @Override
  public Integer call() {
    Tree tree = workbook.tree();
    Stub stub = Stub.named(tree, target);
    Verdict verdict = new Checker(tree).check(stub);
    System.out.print(VerdictText.of(stub, verdict, tree.root(), Screen.ofThisProcess()));
    return verdict.state() == State.FAILING ? 1 : 0;
  }
}
