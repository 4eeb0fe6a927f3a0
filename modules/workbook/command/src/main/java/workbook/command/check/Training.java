package workbook.command.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import workbook.command.UserError;
import workbook.command.Workbook;
import workbook.command.build.Javac;
import workbook.command.read.Screen;
import workbook.command.tree.Topic;
import workbook.command.tree.Tree;

/// What the launcher makes its cache of loaded classes from: two exercises of a topic checked, as
/// they stand and with a wrong answer, both as the command does it and, in this same process, as
/// the one does in which answers run.
final class Training {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private Training() {}

  static void main() throws IOException {
    Path folder = Path.of(System.getProperty("workbook.root"));
    try (Deadline _ = new Deadline(LIMIT, LIMIT, () -> Runtime.getRuntime().halt(1))) {
      Workbook.commandLine(folder).execute();
      Workbook.commandLine(folder).execute("list");
      Javac.compile("class Broken { int x = \"\"; }", List.of());
      TestRun.warmUp();
      Tree tree = Tree.around(folder);
      for (Topic topic : tree.topics()) {
        if (isTrainedOn(topic, tree)) {
          return;
        }
      }
    }
  }

  private static boolean isTrainedOn(Topic topic, Tree tree) throws IOException {
    try {
      for (Stub stub : Stub.of(topic).stream().limit(2).toList()) {
        Workbook.commandLine(tree.root()).execute("check", stub.id());
        for (WrongAnswer wrong : WrongAnswer.to(stub).stream().limit(1).toList()) {
          check(tree, wrong);
        }
      }
      return !Stub.of(topic).isEmpty();
    } catch (UserError _) {
      // The topic does not compile, as the one may who is at work on it. Another will do.
      return false;
    }
  }

  private static void check(Tree tree, WrongAnswer wrong) throws IOException {
    Stub stub = wrong.stub();
    Checker checker = new Checker(tree);
    Verdict verdict = checker.check(stub, wrong.files(), "src/solution/java");
    System.out.print(VerdictText.of(stub, verdict, tree.root(), new Screen(40, true)));
    Job job = checker.job(stub, checker.compile(stub, wrong.files(), "src/solution/java"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    job.write(new DataOutputStream(bytes));
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
