package workbook.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import workbook.answers.tree.Tree;
import workbook.command.read.Language;
import workbook.command.read.Notes;
import workbook.command.read.Pager;
import workbook.command.read.Screen;

@Command(
    name = "read",
    description = "Show a topic's notes in the terminal.",
    footer = {"", "On a terminal, notes longer than it are shown by $PAGER, else by less."},
    mixinStandardHelpOptions = true)
final class ReadNotes implements Callable<Integer> {

  @ParentCommand private Workbook workbook;

  @Parameters(
      paramLabel = "TOPIC",
      completionCandidates = Candidates.Topics.class,
      description = "Whose notes to show.")
  private String topic;

  @Option(
      names = "--answers",
      description = "Show the answers to what the page asks you to predict.")
  private boolean answers;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Tree tree = workbook.tree();
    Language preferred = Language.preferred(System.getenv());
    Notes notes = new Notes(tree, tree.topic(topic), workbook.language(), preferred, answers);
    Screen screen = workbook.screen();
    new Pager(screen, System.getenv("PAGER")).show(notes.text(screen));
    return 0;
  }
}
