package workbook.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import workbook.answers.tree.Tree;
import workbook.command.read.Language;
import workbook.command.read.Notes;
import workbook.command.read.Screen;

@Command(
    name = "read",
    description = "Show a topic's notes in the terminal.",
    footer = {
      "",
      "For long notes:  ./workbook read TOPIC | less",
      "In colour too:   CLICOLOR_FORCE=1 ./workbook read TOPIC | less -R"
    },
    mixinStandardHelpOptions = true)
final class ReadNotes implements Runnable {

  @ParentCommand private Workbook workbook;

  @Parameters(
      paramLabel = "TOPIC",
      completionCandidates = Candidates.Topics.class,
      description = "Whose notes to show.")
  private String topic;

  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      description =
          "The language: English or Chinese. Without it, Chinese if the locale (LC_ALL,"
              + " LC_MESSAGES or LANG, whichever is set first) begins with zh, else English.")
  private String language;

  @Option(
      names = "--answers",
      description = "Show the answers to what the page asks you to predict.")
  private boolean answers;

  @Override
  public void run() {
    Tree tree = workbook.tree();
    Language preferred = Language.preferred(System.getenv());
    Language chosen = language == null ? preferred : Language.of(language);
    Notes notes = new Notes(tree, tree.topic(topic), chosen, preferred, answers);
    System.out.print(notes.text(Screen.ofThisProcess()));
    System.out.flush();
  }
}
