package workbook.command.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.ExerciseTexts;
import workbook.answers.tree.Tree;
import workbook.command.read.Language;
import workbook.command.read.Lines;
import workbook.command.read.Screen;

/// The hints of an exercise, one more each time.
public record Hints(Exercise exercise, int seen) {

  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

  /// The hints with the next one among them, which counts as seen from now on.
  public static Hints next(Tree tree, Exercise exercise) {
    int most = exercise.hints().size();
    Entry entry =
        new Progress(tree)
            .update(exercise.id(), before -> before.withHints(Math.min(before.hints() + 1, most)));
    return new Hints(exercise, entry.hints());
  }

  /// The hints seen, the last of them the new one; each line with its end.
  ///
  /// @param another how to get one more
  public String text(Screen screen, String another) {
    ExerciseTexts texts = screen.language().of(exercise);
    List<AttributedString> lines = new ArrayList<>();
    lines.addAll(wrapped(exercise.id() + "  " + texts.title(), PLAIN.bold(), screen));
    lines.add(AttributedString.EMPTY);
    for (int i = 1; i <= seen; i++) {
      AttributedStyle style = i == seen ? PLAIN : PLAIN.faint();
      List<AttributedString> hint =
          Lines.wrap(new AttributedString(texts.hints().get(i - 1), style), screen.width() - 5);
      AttributedString number = new AttributedString("  %d. ".formatted(i), style);
      lines.addAll(Lines.prefixed(hint, number, new AttributedString("     ")));
    }
    lines.add(AttributedString.EMPTY);
    lines.addAll(wrapped(whatIsLeft(screen.language(), another), PLAIN.faint(), screen));
    return lines.stream()
        .map(line -> screen.colour() ? line.toAnsi() : line.toString())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<AttributedString> wrapped(String text, AttributedStyle style, Screen screen) {
    return Lines.wrap(new AttributedString(text, style), screen.width());
  }

  private String whatIsLeft(Language language, String another) {
    int all = exercise.hints().size();
    return seen == all
        ? language
            .say(
                "That was the last hint. A worked answer:\n  ./workbook solution %s --reveal",
                "这是最后一条提示。参考答案：\n  ./workbook solution %s --reveal")
            .formatted(exercise.id())
        : language.say("Hint %d of %d. %s", "第 %d 条提示，共 %d 条。%s").formatted(seen, all, another);
  }
}
