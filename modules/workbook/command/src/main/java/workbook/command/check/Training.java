package workbook.command.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import workbook.answers.UserError;
import workbook.answers.build.Classes;
import workbook.answers.check.Checker;
import workbook.answers.check.Deadline;
import workbook.answers.check.Rehearsal;
import workbook.answers.check.Verdict;
import workbook.answers.check.WrongAnswer;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;
import workbook.command.Workbook;
import workbook.command.read.Screen;

/// What the launcher makes its cache of loaded classes from: two exercises of a topic checked, as
/// they stand and with a wrong answer, both as the command does it and, in this same process, as
/// the one does in which answers run.
final class Training {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private Training() {}

  static void main() throws IOException {
    Path folder = Path.of(System.getProperty("workbook.root"));
    // What the learner did last is not what is done here.
    Path last = folder.resolve(".workbook/last");
    byte[] before = Files.exists(last) ? Files.readAllBytes(last) : null;
    try {
      train(folder);
    } finally {
      if (before == null) {
        Files.deleteIfExists(last);
      } else {
        Files.write(last, before);
      }
    }
  }

  private static void train(Path folder) throws IOException {
    try (Deadline _ = new Deadline(LIMIT, LIMIT, () -> Runtime.getRuntime().halt(1))) {
      Workbook.commandLine(folder).execute();
      Workbook.commandLine(folder).execute("list");
      Rehearsal.begin();
      Tree tree = Tree.around(folder);
      Classes classes = new Classes(tree);
      for (Topic topic : tree.topics()) {
        if (classes.isBuilt(topic.folder()) && isTrainedOn(topic, tree)) {
          return;
        }
      }
    }
  }

  private static boolean isTrainedOn(Topic topic, Tree tree) throws IOException {
    try {
      for (Exercise exercise : Exercise.of(topic).stream().limit(2).toList()) {
        Workbook.commandLine(tree.root()).execute("check", exercise.id());
        for (WrongAnswer wrong : WrongAnswer.to(exercise).stream().limit(1).toList()) {
          check(tree, wrong);
        }
      }
      return !Exercise.of(topic).isEmpty();
    } catch (UserError _) {
      // The topic does not compile, as the one may who is at work on it. Another will do.
      return false;
    }
  }

  private static void check(Tree tree, WrongAnswer wrong) throws IOException {
    Exercise exercise = wrong.exercise();
    Verdict verdict = new Checker(tree).check(exercise, wrong.files(), "src/solution/java");
    System.out.print(VerdictText.of(exercise, verdict, tree.root(), new Screen(40, true)));
    Rehearsal.of(tree, wrong);
  }
}
