package workbook.command;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import com.sun.source.tree.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import workbook.answers.UserError;
import workbook.answers.build.Source;
import workbook.answers.tree.Exercise;
import workbook.command.read.Lines;
import workbook.command.read.Screen;

/// A learner's answer and the worked one: why that is done so, and what differs. Comments that
/// document are left out: the stub's say what is asked, and that is known.
///
/// @param why what the worked answer says of itself
/// @param yours the lines of the learner's code; none if their file is gone
record Comparison(Exercise exercise, String why, List<String> yours, List<String> worked) {

  private static final Pattern DOCUMENTATION =
      Pattern.compile("(?:^[ \\t]*+///.*+\\R)++", Pattern.MULTILINE);
  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
  private static final AttributedStyle OLD = PLAIN.foreground(AttributedStyle.RED);
  private static final AttributedStyle NEW = PLAIN.foreground(AttributedStyle.GREEN);

  /// @throws UserError if there is no worked answer
  static Comparison of(Exercise exercise) {
    if (!Files.exists(exercise.solution())) {
      throw new UserError("there is no worked answer to %s yet".formatted(exercise.id()));
    }
    Source worked = Source.parse(exercise.solution());
    List<String> yours =
        Files.isRegularFile(exercise.file()) ? code(textOf(exercise.file())) : List.of();
    return new Comparison(exercise, why(worked), yours, code(worked.text()));
  }

  /// The whole, each line with its end.
  String text(Screen screen) {
    List<AttributedString> lines = new ArrayList<>();
    lines.addAll(
        wrapped(
            exercise.id() + "  " + screen.language().of(exercise).title(), PLAIN.bold(), screen));
    lines.add(AttributedString.EMPTY);
    if (!why.isEmpty()) {
      lines.addAll(wrapped(why, PLAIN, screen));
      lines.add(AttributedString.EMPTY);
    }
    if (yours.equals(worked)) {
      lines.addAll(
          wrapped(
              screen.language().say("Yours is the worked answer, line by line.", "你的答案与参考答案逐行相同。"),
              PLAIN,
              screen));
    } else {
      lines.add(
          Lines.join(
              new AttributedString(screen.language().say("- yours", "- 你的答案"), OLD),
              new AttributedString(screen.language().say("  + worked answer", "  + 参考答案"), NEW)));
      lines.add(AttributedString.EMPTY);
      DiffUtils.diff(yours, worked, true).getDeltas().forEach(delta -> add(delta, lines));
    }
    return lines.stream()
        .map(line -> screen.colour() ? line.toAnsi() : line.toString())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static void add(AbstractDelta<String> delta, List<AttributedString> lines) {
    if (delta.getType() == DeltaType.EQUAL) {
      delta
          .getSource()
          .getLines()
          .forEach(line -> lines.add(new AttributedString(("  " + line).stripTrailing())));
      return;
    }
    delta.getSource().getLines().forEach(line -> lines.add(new AttributedString("- " + line, OLD)));
    delta.getTarget().getLines().forEach(line -> lines.add(new AttributedString("+ " + line, NEW)));
  }

  private static List<AttributedString> wrapped(String text, AttributedStyle style, Screen screen) {
    return Lines.wrap(new AttributedString(text, style), screen.width());
  }

  /// The documentation in front of the class, as one paragraph.
  private static String why(Source source) {
    List<? extends Tree> types = source.unit().getTypeDecls();
    String before = types.isEmpty() ? "" : source.textBefore(types.getFirst());
    List<String> comments = DOCUMENTATION.matcher(before).results().map(r -> r.group()).toList();
    return comments.isEmpty()
        ? ""
        : comments
            .getLast()
            .lines()
            .map(line -> line.strip().substring("///".length()).strip())
            .collect(Collectors.joining(" "))
            .strip();
  }

  private static String textOf(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .replaceFirst("^\uFEFF", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines of a source, without documentation. Whatever it holds, be it Java or not.
  private static List<String> code(String text) {
    return DOCUMENTATION.matcher(text).replaceAll("").lines().toList();
  }
}
