package workbook.answers.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import workbook.answers.build.Javac;
import workbook.answers.tree.Tree;

/// What happens in the process in which answers run, done in this one: for the launcher, which
/// makes its cache of loaded classes from what one process loads.
public final class Rehearsal {

  private Rehearsal() {}

  /// Loads what every check needs.
  public static void begin() {
    Javac.compile("class Broken { int x = \"\"; }", List.of());
    TestRun.warmUp();
  }

  /// Runs the tests of a wrong answer, and tells it as the other process would.
  public static void of(Tree tree, WrongAnswer wrong) throws IOException {
    Checker checker = new Checker(tree);
    Javac.Result compiled = checker.compile(wrong.exercise(), wrong.files(), "src/solution/java");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    checker.job(wrong.exercise(), compiled).write(new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    TestRun.of(Job.read(in), event -> write(event, new DataOutputStream(bytes)));
  }

  private static void write(Event event, DataOutputStream out) {
    try {
      event.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
