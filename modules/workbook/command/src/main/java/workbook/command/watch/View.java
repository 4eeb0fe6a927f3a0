package workbook.command.watch;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Supplier;
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
import workbook.command.read.Lines;
import workbook.command.read.Screen;

/// What `watch` prints.
///
/// @param keys whether there are keys to press; else the output is a plain log
public final class View {

  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
  private static final AttributedStyle FAINT = PLAIN.faint();
  private static final AttributedStyle GOOD = PLAIN.foreground(AttributedStyle.GREEN);
  private static final AttributedStyle BAD = PLAIN.foreground(AttributedStyle.RED);
  private static final String CLEAR = "\033[H\033[2J";
  private static final String KEYS =
      "checked on every save · h hint · n next · l list · a run all · q quit";

  private final PrintStream out;
  private final Supplier<Screen> screen;
  private final Path root;
  private boolean keys;

  public View(PrintStream out, Supplier<Screen> screen, Path root, boolean keys) {
    this.out = out;
    this.screen = screen;
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
    out.print(VerdictText.of(exercise, verdict, root, screen.get()));
    out.println();
  }

  void solved(Exercise exercise, Verdict verdict) {
    print("✓ %s  %s".formatted(exercise.id(), exercise.title()), GOOD);
    print("  " + VerdictText.summary(verdict), PLAIN);
    print("  A worked answer beside yours: ./workbook solution " + exercise.id(), PLAIN);
    out.println();
  }

  void hints(Hints hints) {
    out.print(hints.text(screen.get()));
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
      line.append(" %s  %s".formatted(of.exercise().id(), of.exercise().title()));
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
    message("%d of %d are solved.".formatted(standings.solved(), standings.all().size()));
  }

  void allSolved(Standings standings) {
    message("All %d exercises here are solved.".formatted(standings.all().size()));
  }

  /// What can be done now.
  void end() {
    if (keys) {
      print(KEYS, FAINT);
    }
    out.flush();
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
