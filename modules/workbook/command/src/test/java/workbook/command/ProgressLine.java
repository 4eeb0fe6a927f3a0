package workbook.command;

import java.nio.file.Path;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import workbook.answers.check.Results;
import workbook.answers.tree.Tree;

/// Closes `mvn test` with how far the exercises have come, by what the topics' own tests noted.
/// JUnit finds it by [java.util.ServiceLoader], here where the build ends.
public final class ProgressLine implements TestExecutionListener {

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    // With the worked answers in place there is nothing to say of the learner's.
    if (!Boolean.getBoolean("exercise.solutions")) {
      System.out.println(
          Results.line(Tree.around(Path.of("")), System.getProperty("maven.build", "")));
    }
  }
}
