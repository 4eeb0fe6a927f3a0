package workbook.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "list",
    description = "Show the topics, of one shelf or of all.",
    mixinStandardHelpOptions = true)
final class ListTopics implements Runnable {

  @ParentCommand private Workbook workbook;

  @Parameters(paramLabel = "SHELF", arity = "0..1", description = "Show only this shelf.")
  private String shelf;

  @Override
  public void run() {
    new TopicList(workbook.tree(), Ansi.AUTO).print(System.out, shelf);
  }
}
