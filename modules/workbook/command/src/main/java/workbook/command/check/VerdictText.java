package workbook.command.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import workbook.answers.check.Failure;
import workbook.answers.check.TestRun;
import workbook.answers.check.Verdict;
import workbook.answers.tree.Exercise;
import workbook.command.read.Language;
import workbook.command.read.Lines;
import workbook.command.read.Screen;

/// A verdict as its learner reads it: what passed, what failed and why, and how it stands.
public final class VerdictText {

  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
  private static final AttributedStyle FAINT = PLAIN.faint();
  private static final AttributedStyle GOOD = PLAIN.foreground(AttributedStyle.GREEN);
  private static final AttributedStyle BAD = PLAIN.foreground(AttributedStyle.RED);

  /// So many failures are told in full, so many tests by name, so many lines of one text.
  private static final int MOST_FAILURES = 5;

  private static final int MOST_TESTS = 12;
  private static final int MOST_LINES = 24;

  private static final String MORE = "… and ";

  private final Path folder;
  private final Screen screen;
  private final List<AttributedString> lines = new ArrayList<>();

  private VerdictText(Path folder, Screen screen) {
    this.folder = folder;
    this.screen = screen;
  }

  /// The whole verdict, each line with its end.
  ///
  /// @param folder the workbook's: files are named from there
  public static String of(Exercise exercise, Verdict verdict, Path folder, Screen screen) {
    VerdictText text = new VerdictText(folder, screen);
    text.add(exercise, verdict);
    return text.lines.stream()
        .map(line -> screen.colour() ? line.toAnsi() : line.toString())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// How an exercise stands, in a few words.
  public static String summary(Verdict verdict, Language language) {
    int tests = verdict.tests();
    int passed = verdict.passed().size();
    return switch (verdict.state()) {
      case SOLVED ->
          tests == 1
              ? language.say("Solved: its test passes.", "做对了：测试通过。")
              : language.say("Solved: all %d tests pass.", "做对了：%d 项测试全部通过。").formatted(tests);
      case NOT_STARTED -> language.say("Not started.", "还没开始。");
      case FAILING -> {
        if (verdict.notRun() == Verdict.UNKNOWN) {
          yield language
              .say("%d passed before it was stopped.", "停下之前通过了 %d 项测试。")
              .formatted(passed);
        }
        yield tests == 0
            ? language.say("No test could run.", "测试没能运行。")
            : language.say("%d of %d tests passed.", "通过 %d 项测试，共 %d 项。").formatted(passed, tests);
      }
    };
  }

  private void add(Exercise exercise, Verdict verdict) {
    wrapped(exercise.id() + "  " + screen.language().of(exercise).title(), PLAIN.bold(), 0);
    if (verdict.state() != Verdict.State.SOLVED) {
      // Not wrapped: a terminal makes a link of it, and a reader copies it.
      lines.add(new AttributedString(folder.relativize(exercise.file()).toString(), FAINT));
    }
    if (verdict.state() != Verdict.State.NOT_STARTED) {
      blank();
      names("✓ ", GOOD, grouped(verdict.passed()));
      names(
          "· ",
          FAINT,
          verdict.skipped().stream().map(name -> name + say(" (not written)", "（还没写）")).toList());
      failures(verdict.failures().stream().limit(MOST_FAILURES).toList());
      byName(verdict.failures().stream().skip(MOST_FAILURES).map(Failure::test).toList());
      notRun(verdict.notRun());
      output(verdict.output());
      wrapped(screen.language().told(verdict.remark()), PLAIN, 0);
    }
    blank();
    wrapped(
        summary(verdict, screen.language()),
        verdict.state() == Verdict.State.SOLVED ? GOOD : PLAIN,
        0);
  }

  private void byName(List<String> failed) {
    if (failed.isEmpty()) {
      return;
    }
    List<String> named = failed.stream().limit(MOST_TESTS).toList();
    marked(
        "✗ ",
        BAD,
        named.size() == failed.size()
            ? say("and %d more, by name:", "另有 %d 项，只列名称：").formatted(failed.size())
            : say("and %d more, the first %d by name:", "另有 %d 项，只列前 %d 项的名称：")
                .formatted(failed.size(), named.size()));
    names("✗ ", BAD, named);
  }

  private void names(String mark, AttributedStyle style, List<String> names) {
    names.stream().limit(MOST_TESTS).forEach(name -> marked(mark, style, name));
    if (names.size() > MOST_TESTS) {
      marked(mark, style, say("and %d more", "另有 %d 项").formatted(names.size() - MOST_TESTS));
    }
  }

  /// The cases of one test in one line.
  private List<String> grouped(List<String> names) {
    Map<String, List<String>> groups =
        names.stream()
            .collect(
                Collectors.groupingBy(
                    name -> name.split(TestRun.WITHIN, 2)[0],
                    LinkedHashMap::new,
                    Collectors.toList()));
    return groups.entrySet().stream()
        .map(group ->
            group.getValue().size() == 1
                ? group.getValue().getFirst()
                : say("%s (%d cases)", "%s（%d 组）")
                    .formatted(group.getKey(), group.getValue().size()))
        .toList();
  }

  private void failures(List<Failure> failures) {
    String told = "";
    for (Failure failure : failures) {
      failure(failure, failure.explanation().equals(told));
      told = failure.explanation();
    }
  }

  /// @param isTold whether the one above it has failed for the same reason
  private void failure(Failure failure, boolean isTold) {
    if (failure.isTest()) {
      marked("✗ ", BAD, failure.test());
      block(isTold ? say("for the same reason", "原因同上") : told(failure));
      if (!failure.place().isEmpty()) {
        lines.add(new AttributedString("    " + failure.place(), FAINT));
      }
    } else {
      String told = told(failure);
      verbatim(told.contains(failure.place()) ? told : told + "\n" + failure.place());
    }
  }

  private String told(Failure failure) {
    return screen.language().told(failure.explanation());
  }

  /// What the compiler says, or names a file: as it is, for a caret stands below its place only in
  /// a line that is not wrapped, and a path is of use only whole.
  private void verbatim(String text) {
    List<String> all = text.stripTrailing().lines().toList();
    for (int i = 0; i < Math.min(all.size(), MOST_LINES); i++) {
      AttributedString mark =
          i == 0 ? new AttributedString("✗ ", BAD) : new AttributedString("    ");
      lines.add(Lines.join(mark, new AttributedString(all.get(i))));
    }
    more(all.size());
  }

  private void notRun(int tests) {
    if (tests > 0) {
      String english = tests == 1 ? "1 test did not run" : "%d tests did not run";
      marked("· ", FAINT, say(english, "%d 项测试没有运行").formatted(tests));
    }
  }

  private void output(String output) {
    if (!output.isBlank()) {
      blank();
      wrapped(say("Printed on the way:", "运行时的输出："), FAINT, 0);
      // As long as the tests have kept, and told what is missing.
      output
          .stripTrailing()
          .lines()
          .map(line -> line.startsWith(MORE) ? screen.language().told(line) : line)
          .forEach(line -> wrapped(line, PLAIN, 4));
    }
  }

  private void block(String text) {
    List<String> all = text.stripTrailing().lines().toList();
    all.stream().limit(MOST_LINES).forEach(line -> wrapped(line, PLAIN, 4));
    more(all.size());
  }

  private void more(int count) {
    if (count > MOST_LINES) {
      wrapped(say("… and %d more lines", "……另有 %d 行").formatted(count - MOST_LINES), FAINT, 4);
    }
  }

  private void marked(String mark, AttributedStyle style, String text) {
    List<AttributedString> wrapped = Lines.wrap(new AttributedString(text), screen.width() - 2);
    lines.addAll(
        Lines.prefixed(wrapped, new AttributedString(mark, style), new AttributedString("  ")));
  }

  private void wrapped(String text, AttributedStyle style, int indent) {
    // What stands below another keeps its place.
    int blanks = text.length() - text.stripLeading().length();
    AttributedString content = new AttributedString(text.substring(blanks), style);
    int within = Math.max(screen.width() - indent - blanks, Screen.NARROWEST / 2);
    lines.addAll(Lines.indented(Lines.wrap(content, within), indent + blanks));
  }

  private String say(String english, String chinese) {
    return screen.language().say(english, chinese);
  }

  private void blank() {
    lines.add(AttributedString.EMPTY);
  }
}
