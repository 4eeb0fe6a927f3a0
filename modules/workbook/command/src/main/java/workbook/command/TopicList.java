package workbook.command;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import workbook.answers.tree.Topic;
import workbook.command.read.Language;

/// Topics by shelf, as `./workbook list` prints them.
record TopicList(List<Topic> topics, Language language, Ansi ansi) {

  void print(PrintStream out) {
    int width = topics.stream().mapToInt(topic -> topic.name().length()).max().orElse(0);
    String shelf = "";
    for (Topic topic : topics) {
      if (!topic.shelf().equals(shelf)) {
        out.print(shelf.isEmpty() ? "" : System.lineSeparator());
        shelf = topic.shelf();
        out.println(ansi.string("@|bold " + shelf + "|@"));
      }
      String padding = " ".repeat(width - topic.name().length());
      out.println(
          ansi.string("  @|cyan " + topic.name() + "|@" + padding + "  ") + language.of(topic));
    }
  }
}
