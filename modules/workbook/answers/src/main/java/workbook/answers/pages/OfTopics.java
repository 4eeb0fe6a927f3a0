package workbook.answers.pages;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.answers.UserError;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// The outputs on the pages of the topics, where each was checked. Pages beyond may show them
/// again, and run nothing.
public final class OfTopics implements Examples {

  private static final String PROMPT = "$ ./workbook run ";

  private final Map<String, String> outputs = new HashMap<>();

  public OfTopics(Tree tree) {
    for (Topic topic : tree.topics()) {
      for (Path file : Notes.below(topic.folder())) {
        Page.read(file).blocks().stream()
            .filter(block -> block.info().startsWith("console"))
            .map(Page.Block::content)
            .filter(content -> content.contains("\n"))
            .forEach(content -> {
              int end = content.indexOf('\n');
              outputs.putIfAbsent(content.substring(0, end), content.substring(end + 1));
            });
      }
    }
  }

  @Override
  public String output(String target, List<String> arguments, String engines) {
    String command =
        Stream.concat(Stream.of(target), arguments.stream())
            .collect(Collectors.joining(" ", PROMPT, ""));
    String output = outputs.get(command);
    if (output == null) {
      throw new UserError("no page of a topic shows '%s'".formatted(command.substring(2)));
    }
    return output;
  }
}
