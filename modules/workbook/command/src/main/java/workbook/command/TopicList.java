package workbook.command;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import workbook.command.tree.Topic;
import workbook.command.tree.Tree;

/// Shelves and topics, as `./workbook list` prints them.
record TopicList(Tree tree, Ansi ansi) {

  /// Prints one shelf, or all if `shelf` is null.
  ///
  /// @throws UserError if there is no such shelf, with the nearest name
  void print(PrintStream out, String shelf) {
    List<Topic> topics = tree.topics();
    List<String> shelves = tree.shelves();
    if (shelf != null && !shelves.contains(shelf)) {
      throw new UserError(
          "no shelf is called '%s'. %s".formatted(shelf, Tree.nearest(shelf, shelves)));
    }
    int width = topics.stream().mapToInt(topic -> topic.name().length()).max().orElse(0);
    String separator = "";
    for (String name : shelves) {
      if (shelf != null && !shelf.equals(name)) {
        continue;
      }
      out.print(separator);
      out.println(ansi.string("@|bold " + name + "|@"));
      for (Topic topic : topics) {
        if (topic.shelf().equals(name)) {
          String padding = " ".repeat(width - topic.name().length());
          out.println(
              ansi.string("  @|cyan " + topic.name() + "|@" + padding + "  ")
                  + topic.description());
        }
      }
      separator = System.lineSeparator();
    }
  }
}
