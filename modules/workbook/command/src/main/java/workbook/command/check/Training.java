package workbook.command.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import workbook.command.Workbook;
import workbook.command.build.Javac;
import workbook.command.read.Screen;
import workbook.command.tree.Topic;
import workbook.command.tree.Tree;

/// What the launcher makes its cache of loaded classes from: the first exercise checked, as it
/// stands and with its wrong answers, both as the command does it and, in this same process, as the
/// one does in which answers run.
final class Training {

  private Training() {}

  static void main() throws IOException {
    Path folder = Path.of(System.getProperty("workbook.root"));
    Tree tree = Tree.around(folder);
    Workbook.commandLine(folder).execute();
    Workbook.commandLine(folder).execute("list");
    Javac.compile("class Broken { int x = \"\"; }", List.of());
    for (Topic topic : tree.topics()) {
      for (Stub stub : Stub.of(topic).stream().limit(1).toList()) {
        Workbook.commandLine(folder).execute("check", stub.id());
        for (WrongAnswer wrong : WrongAnswer.to(stub)) {
          check(tree, wrong);
        }
      }
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
