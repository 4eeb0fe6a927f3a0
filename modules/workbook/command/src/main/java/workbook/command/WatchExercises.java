package workbook.command;

import java.io.Console;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;
import workbook.command.progress.RememberingChecker;
import workbook.command.watch.Course;
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
      paramLabel = "TOPIC[/NUMBER]",
      arity = "0..1",
      completionCandidates = Candidates.TopicsAndExercises.class,
      description =
          "Whose exercises to watch, and with which to begin; without it those of all topics.")
  private String target;

  @Override
  public Integer call() throws InterruptedException {
    Tree tree = workbook.tree();
    Console console = System.console();
    boolean keys = console != null && console.isTerminal();
    View view = new View(System.out, workbook::screen, tree.root(), keys);
    RememberingChecker checker = new RememberingChecker(tree, workbook.classes(tree));
    new Watch(tree, checker, course(tree), view, keys).run();
    return 0;
  }

  private Course course(Tree tree) {
    if (target != null && target.contains("/")) {
      Exercise first = Exercise.named(tree, target);
      return new Course(tree, List.of(first.topic()), Optional.of(first));
    }
    List<Topic> topics = target == null ? tree.topics() : List.of(tree.topic(target));
    return new Course(tree, topics, Optional.empty());
  }
}
