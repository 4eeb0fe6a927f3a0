package workbook.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

@Command(
    name = "list",
    description = "Show the topics, of one shelf or of all.",
    footer = {
      "",
      "--json prints a list with an object for each topic:",
      "  topic, shelf, description",
      "  folder      from the workbook's folder on",
      "  examples    what ./workbook run TOPIC/EXAMPLE takes",
      "  exercises   for each: id, as climbing-stairs/1; title; file, the answer;",
      "              state: solved, failing, unchecked (not as it is now) or",
      "              not-started; hints-seen, a number"
    },
    mixinStandardHelpOptions = true)
final class ListTopics implements Runnable {

  @ParentCommand private Workbook workbook;

  @Parameters(
      paramLabel = "SHELF",
      arity = "0..1",
      completionCandidates = Candidates.Shelves.class,
      description = "Show only this shelf.")
  private String shelf;

  @Option(names = "--json", description = "Print the topics for a program to read.")
  private boolean json;

  @Override
  public void run() {
    Tree tree = workbook.tree();
    List<Topic> topics = shelf == null ? tree.topics() : tree.shelf(shelf);
    if (json) {
      TopicsJson.write(tree, topics, System.out);
    } else {
      new TopicList(topics, workbook.language(), Ansi.AUTO).print(System.out);
    }
  }
}
