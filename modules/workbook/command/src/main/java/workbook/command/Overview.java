package workbook.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;
import workbook.command.progress.Mark;
import workbook.command.progress.Standing;
import workbook.command.progress.Standings;
import workbook.command.read.Lines;
import workbook.command.read.Screen;

/// What `./workbook` shows: the topics by shelf, how far each has come, and what to do next.
final class Overview {

  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
  private static final AttributedStyle FAINT = PLAIN.faint();
  private static final AttributedStyle NAME = PLAIN.foreground(AttributedStyle.CYAN);

  /// With fewer columns left, a description is not begun.
  private static final int SHORTEST = 20;

  private final List<Topic> topics;
  private final Standings standings;
  private final Screen screen;

  Overview(Tree tree, Screen screen) {
    this.topics = tree.topics();
    this.standings = Standings.of(tree, topics);
    this.screen = screen;
  }

  /// The whole, each line with its end.
  String text() {
    int name = topics.stream().mapToInt(topic -> topic.name().length()).max().orElse(0);
    int bar = topics.stream().mapToInt(topic -> standings.in(topic).size()).max().orElse(0);
    List<AttributedString> lines = new ArrayList<>();
    String shelf = "";
    for (Topic topic : topics) {
      if (!topic.shelf().equals(shelf)) {
        shelf = topic.shelf();
        lines.add(new AttributedString(shelf, PLAIN.bold()));
      }
      lines.add(line(topic, name, bar));
    }
    lines.add(AttributedString.EMPTY);
    lines.addAll(Lines.wrap(new AttributedString(advice()), screen.width()));
    return lines.stream()
        .map(line -> screen.colour() ? line.toAnsi() : line.toString())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private AttributedString line(Topic topic, int nameWidth, int barWidth) {
    List<Standing.Of> exercises = standings.in(topic);
    long solved = exercises.stream().filter(of -> of.standing() == Standing.SOLVED).count();
    AttributedStringBuilder line = new AttributedStringBuilder();
    line.append("  ").styled(NAME, topic.name());
    line.append(" ".repeat(nameWidth - topic.name().length() + 2));
    exercises.forEach(exercise -> line.append(Mark.of(exercise.standing())));
    line.append(" ".repeat(barWidth - exercises.size() + 2));
    line.append("%d/%d".formatted(solved, exercises.size()));
    int left = screen.width() - line.columnLength() - 2;
    if (left >= SHORTEST) {
      line.append("  ").styled(FAINT, shortened(screen.language().of(topic), left));
    }
    return line.toAttributedString();
  }

  private static String shortened(String text, int width) {
    List<AttributedString> lines = Lines.wrap(new AttributedString(text), width - 1);
    String first = lines.getFirst().toString();
    return lines.size() == 1 ? first : first.replaceAll("\\W+$", "") + "…";
  }

  /// One sentence on what to do next.
  private String advice() {
    if (standings.isUntouched() && !topics.isEmpty()) {
      return say(
              "Next: ./workbook read %1$s, then ./workbook watch %1$s",
              "下一步：先读 ./workbook read %1$s，再做 ./workbook watch %1$s")
          .formatted(topics.getFirst().name());
    }
    return standings
        .next()
        .map(this::advice)
        .orElseGet(() ->
            say(
                    "All %d exercises are solved. ./workbook new makes a topic of your own.",
                    "%d 道练习全部做完了。./workbook new 可以新建一个自己的专题。")
                .formatted(standings.all().size()));
  }

  private String advice(Standing.Of next) {
    String id = next.exercise().id();
    String watch = "./workbook watch " + next.exercise().topic().name();
    return switch (next.standing()) {
      case FAILING -> say("Next: %s is not right yet. %s", "下一步：%s 还没做对。%s").formatted(id, watch);
      case UNCHECKED ->
          say(
                  "Next: %s was not checked as it is. ./workbook check %1$s",
                  "下一步：%s 改动后还没检查。./workbook check %1$s")
              .formatted(id);
      case NOT_STARTED, SOLVED ->
          say("Next: %s, %s. %s", "下一步：%s，%s。%s")
              .formatted(id, screen.language().of(next.exercise()).title(), watch);
    };
  }

  private String say(String english, String chinese) {
    return screen.language().say(english, chinese);
  }
}
