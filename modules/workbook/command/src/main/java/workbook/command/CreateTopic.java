package workbook.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import workbook.command.create.NewTopic;
import workbook.command.create.TopicName;

@Command(
    name = "new",
    description = "Make a topic with every part in place, for you to rewrite.",
    mixinStandardHelpOptions = true)
final class CreateTopic implements Runnable {

  @ParentCommand private Workbook workbook;

  @Parameters(paramLabel = "SHELF/TOPIC", description = "For instance algorithms/two-pointers.")
  private String name;

  @Option(names = "--new-shelf", description = "The shelf may be a new one.")
  private boolean newShelf;

  @Override
  public void run() {
    TopicName topic = TopicName.parse(name);
    new NewTopic(workbook.tree(), topic, newShelf).create();
    System.out.print(
        """
        Made %1$s, and listed it in %2$s/pom.xml and in both READMEs.
        It passes as it stands. What it says of 1 + 2 + … + n is yours to replace, in

          pom.xml     the line that ./workbook list shows
          src         the example, its tests, and the exercises
          README*.md  the notes; their comments say what each part is for

        and in its row of the tables of topics. To see that it holds:

          mvn test -pl :%3$s -am
              runs its tests, and checks its pages
          mvn test -pl :%3$s -am -Dnotes=update
              fills the blocks of its pages first
          mvn test -pl :%3$s -am -Psolutions
              worked answers pass, wrong ones fail
        """
            .formatted(topic.folder(), topic.shelfFolder(), topic.topic()));
  }
}
