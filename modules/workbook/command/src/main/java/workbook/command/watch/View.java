package workbook.command.watch;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import workbook.answers.check.Verdict;
import workbook.answers.tree.Exercise;
import workbook.command.check.VerdictText;
import workbook.command.progress.Hints;
import workbook.command.progress.Mark;
import workbook.command.progress.Standing;
import workbook.command.progress.Standings;
import workbook.command.read.Language;
import workbook.command.read.Lines;
import workbook.command.read.Screen;

/// What `watch` prints.
public final class View {

  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
  private static final AttributedStyle FAINT = PLAIN.faint();
  private static final AttributedStyle GOOD = PLAIN.foreground(AttributedStyle.GREEN);
  private static final AttributedStyle BAD = PLAIN.foreground(AttributedStyle.RED);

  /// The line of a test that passed, with or without colour.
  private static final Pattern PASSED = Pattern.compile("^(?:\033\\[[\\d;]*m)?✓ ");

  private static final String CLEAR = "\033[H\033[2J";

  /// Rows that the keys take, the empty one above them, and the cursor's.
  private static final int BELOW = 3;

  private final PrintStream out;
  private final Supplier<Screen> screen;
  private final Language language;
  private final Path root;
  private boolean keys;

  /// @param keys whether there are keys to press; else the output is a plain log
  public View(PrintStream out, Supplier<Screen> screen, Path root, boolean keys) {
    this.out = out;
    this.screen = screen;
    this.language = screen.get().language();
    this.root = root;
    this.keys = keys;
  }

  /// From now on there are no keys, for a reason.
  void withoutKeys(String reason) {
    keys = false;
    message(reason);
  }

  /// Empties the screen, where it is one.
  void begin() {
    if (keys) {
      out.print(CLEAR);
      out.flush();
    }
  }

  void verdict(Exercise exercise, Verdict verdict) {
    Screen on = screen.get();
    fitted(VerdictText.of(exercise, verdict, root, on).lines().toList(), exercise, on)
        .forEach(out::println);
    out.println();
  }

  /// What is seen at once of a verdict: in a small window first the tests that passed give way,
  /// then what comes after the first failures.
  private List<String> fitted(List<String> lines, Exercise exercise, Screen on) {
    int rows = on.height() - BELOW;
    if (!keys || lines.size() <= rows) {
      return lines;
    }
    List<String> shorter =
        new ArrayList<>(lines.stream().filter(line -> !PASSED.matcher(line).find()).toList());
    if (shorter.size() > rows) {
      String summary = shorter.getLast();
      List<String> rest = shorter.subList(Math.max(rows - 2, 1), shorter.size());
      String more =
          say("… and %d more lines: ./workbook check %s", "……另有 %d 行：./workbook check %s")
              .formatted(rest.size() - 1, exercise.id());
      rest.clear();
      shorter.add(more);
      shorter.add(summary);
    }
    return shorter;
  }

  /// How an exercise stands, in a few words.
  String summary(Verdict verdict) {
    return VerdictText.summary(verdict, language);
  }

  /// One of two texts that say the same, in the reader's language.
  String say(String english, String chinese) {
    return language.say(english, chinese);
  }

  /// A message of a part that knows no language.
  String told(String message) {
    return language.told(message);
  }

  void solved(Exercise exercise, Verdict verdict) {
    print("✓ %s  %s".formatted(exercise.id(), title(exercise)), GOOD);
    print("  " + summary(verdict), PLAIN);
    String solution =
        say(
            "A worked answer beside yours: ./workbook solution %s",
            "与参考答案对照：./workbook solution %s");
    print("  " + solution.formatted(exercise.id()), PLAIN);
    out.println();
  }

  void hints(Hints hints) {
    String another =
        keys
            ? say("One more: h", "下一条：按 h")
            : say("One more: ./workbook hint %s", "下一条：./workbook hint %s");
    out.print(hints.text(screen.get(), another.formatted(hints.exercise().id())));
    out.println();
  }

  void message(String text) {
    print(text, PLAIN);
    out.println();
  }

  /// Lines that may be the compiler's, whose caret stands below its place only if none is wrapped.
  void problem(String text) {
    for (String line : text.lines().toList()) {
      AttributedString styled = new AttributedString(line, BAD);
      out.println(screen.get().colour() ? styled.toAnsi() : line);
    }
    out.println();
  }

  /// The exercises and how they stand.
  void list(Standings standings, Exercise current) {
    for (Standing.Of of : standings.all()) {
      AttributedStringBuilder line = new AttributedStringBuilder();
      line.append(of.exercise().id().equals(current.id()) ? "> " : "  ");
      line.append(Mark.of(of.standing()));
      line.append(" %s  %s".formatted(of.exercise().id(), title(of.exercise())));
      print(line.toAttributedString());
    }
    out.println();
  }

  /// One line on one of many exercises.
  void brief(Exercise exercise, String summary) {
    print("%s  %s".formatted(exercise.id(), summary), PLAIN);
  }

  void counts(Standings standings) {
    out.println();
    message(
        say("%d of %d are solved.", "做对了 %d 道，共 %d 道。")
            .formatted(standings.solved(), standings.all().size()));
  }

  void allSolved(Standings standings) {
    message(
        say("All %d exercises here are solved.", "这里的 %d 道练习全部做完了。")
            .formatted(standings.all().size()));
  }

  /// What can be done now.
  void end() {
    if (keys) {
      print(
          say(
              "checked on every save · h hint · n next · l list · a run all · q quit",
              "每次保存都会检查 · h 提示 · n 下一道 · l 列表 · a 全部检查 · q 退出"),
          FAINT);
    }
    out.flush();
  }

  private String title(Exercise exercise) {
    return language.of(exercise).title();
  }

  private void print(String text, AttributedStyle style) {
    print(new AttributedString(text, style));
  }

  private void print(AttributedString text) {
    Screen on = screen.get();
    for (AttributedString line : Lines.wrap(text, on.width())) {
      out.println(on.colour() ? line.toAnsi() : line.toString());
    }
  }
}
