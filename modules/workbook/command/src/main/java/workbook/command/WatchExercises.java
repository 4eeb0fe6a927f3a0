package workbook.command;

import java.io.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import workbook.answers.tree.Tree;
import workbook.command.read.Screen;
import workbook.command.watch.View;
import workbook.command.watch.Watch;

@Command(
    name = "watch",
    description = "Check an exercise on every save, and move on when it is solved.",
    footer = {
      "",
      "Keys: h a hint, n the next exercise, l a list, a run all, q quit.",
      "Saving the file of another exercise goes there."
    },
    mixinStandardHelpOptions = true)
final class WatchExercises implements Callable<Integer> {

  @ParentCommand private Workbook workbook;

  @Parameters(
      paramLabel = "TOPIC",
      arity = "0..1",
      completionCandidates = Candidates.Topics.class,
      description = "Whose exercises to watch; without it those of all topics.")
  private String topic;

  @Override
  public Integer call() throws InterruptedException {
    Tree tree = workbook.tree();
    Console console = System.console();
    boolean keys = console != null && console.isTerminal();
    View view = new View(System.out, Screen::ofThisProcess, tree.root(), keys);
    new Watch(tree, topic == null ? tree.topics() : List.of(tree.topic(topic)), view, keys).run();
    return 0;
  }
}
