package workbook.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import workbook.answers.build.Run;
import workbook.answers.tree.Tree;

@Command(
    name = "run",
    description = "Run an example, on its topic's own class path.",
    mixinStandardHelpOptions = true)
final class RunExample implements Callable<Integer> {

  @ParentCommand private Workbook workbook;

  @Parameters(
      index = "0",
      paramLabel = "TOPIC[/EXAMPLE]",
      completionCandidates = Candidates.Examples.class,
      description = "What to run: the topic's own example, or another of it.")
  private String target;

  @Parameters(index = "1..*", paramLabel = "ARG", description = "Arguments of the example.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Tree tree = workbook.tree();
    return Run.here(tree, workbook.classes(tree), target, arguments);
  }
}
