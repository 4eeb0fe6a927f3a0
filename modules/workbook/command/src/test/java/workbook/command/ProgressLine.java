package workbook.command;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import workbook.command.check.Tally;

/// Closes `mvn test` with how far the exercises have come. JUnit finds it by
/// [java.util.ServiceLoader], here where the build ends.
public final class ProgressLine implements TestExecutionListener {

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    // With the worked answers in place there is nothing to say of the learner's.
    if (!Boolean.getBoolean("exercise.solutions")) {
      try {
        System.out.println(Tally.of(Repository.tree()).line());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
