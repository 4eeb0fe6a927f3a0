package workbook.topictest;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import workbook.answers.check.Results;
import workbook.answers.check.Verdict.State;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;
import workbook.exercise.Exercise;

/// Says how a topic's exercises came out, and, as soon as each topic has been run, how all did.
/// JUnit finds it by [java.util.ServiceLoader].
public final class ExerciseResults implements TestExecutionListener {

  private final Map<String, State> states = new TreeMap<>();
  private TestPlan plan;

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = started;
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    exercise(test).ifPresent(id -> states.merge(id, state(result), ExerciseResults::worse));
  }

  private static State state(TestExecutionResult result) {
    return switch (result.getStatus()) {
      case SUCCESSFUL -> State.SOLVED;
      case ABORTED -> State.NOT_STARTED;
      case FAILED -> State.FAILING;
    };
  }

  /// One test that fails makes an exercise a failing one, and one that is skipped an open one.
  private static State worse(State one, State other) {
    if (one == State.FAILING || other == State.FAILING) {
      return State.FAILING;
    }
    return one == State.NOT_STARTED ? one : other;
  }

  /// The exercise of the class that a test is in.
  private Optional<String> exercise(TestIdentifier test) {
    Optional<TestIdentifier> within = Optional.of(test);
    while (within.isPresent()) {
      if (within.get().getSource().orElse(null) instanceof ClassSource source) {
        Exercise exercise = source.getJavaClass().getAnnotation(Exercise.class);
        if (exercise != null) {
          return Optional.of(exercise.id());
        }
      }
      within = plan.getParent(within.get());
    }
    return Optional.empty();
  }

  @Override
  public void testPlanExecutionFinished(TestPlan finished) {
    // With the worked answers in place there is nothing to say of the learner's.
    if (states.isEmpty() || Boolean.getBoolean("exercise.solutions")) {
      return;
    }
    Topic topic = new Topic(Path.of("").toAbsolutePath());
    Results results = new Results(states);
    results.keep(topic);
    System.out.printf("%s: %s.%n", topic.name(), results.tally());
    Results.total(Tree.around(topic.folder())).ifPresent(System.out::println);
  }
}
