package workbook.answers.check;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import workbook.answers.check.Event.Kind;
import workbook.answers.tree.Exercise;
import workbook.exercise.TodoExtension;

/// The tests of one answer, run by JUnit in this process.
public final class TestRun implements TestExecutionListener {

  /// Between the name of a group of tests and that of a test within it.
  public static final String WITHIN = " › ";

  private final String stubClass;
  private final Consumer<Event> events;
  private TestPlan plan;

  private TestRun(String stubClass, Consumer<Event> events) {
    this.stubClass = stubClass;
    this.events = events;
  }

  /// Runs the tests and tells how each goes.
  static void of(Job job, Consumer<Event> events) throws IOException {
    execute(job, new TestRun(job.stubClass(), events));
  }

  /// How many tests there are, with the cases of each. None is run.
  static int count(Job job) throws IOException {
    int[] count = {0};
    execute(
        job,
        new TestExecutionListener() {
          @Override
          public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            count[0] += test.isTest() ? 1 : 0;
          }
        });
    return count[0];
  }

  private static void execute(Job job, TestExecutionListener listener) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (TestLoader loader = new TestLoader(job.classes(), urls(job.classPath()))) {
      // As the Maven build has it.
      loader.setDefaultAssertionStatus(true);
      thread.setContextClassLoader(loader);
      Class<?> tests = loader.loadClass(Exercise.testClass(job.stubClass()));
      jupiter().execute(request(tests, job.counted()), listener);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /// Runs a test that tests nothing, so that JUnit is at work already when the first answer comes.
  static void warmUp() {
    jupiter().execute(request(WarmUp.class, false));
  }

  static final class WarmUp {
    @Test
    void nothing() {}
  }

  private static Launcher jupiter() {
    return LauncherFactory.create(
        LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .build());
  }

  private static LauncherDiscoveryRequest request(Class<?> testClass, boolean counted) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(DiscoverySelectors.selectClass(testClass))
        .filters(TagFilter.excludeTags("peers", "solutions"))
        .enableImplicitConfigurationParameters(false)
        .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
        .configurationParameter(TodoExtension.SOLUTIONS, "false")
        .configurationParameter(TodoExtension.COUNT, Boolean.toString(counted))
        .build();
  }

  private static URL[] urls(List<Path> classPath) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path entry : classPath) {
      urls.add(entry.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = started;
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    events.accept(Event.of(Kind.STARTED, name(test)));
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    // Switched off by an annotation: not the learner's doing, and Maven is green as well.
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    switch (result.getStatus()) {
      case SUCCESSFUL -> {
        if (test.isTest()) {
          events.accept(Event.of(Kind.PASSED, name(test)));
        }
      }
      case ABORTED -> events.accept(Event.of(Kind.SKIPPED, name(test)));
      case FAILED ->
          events.accept(
              Event.of(Failure.of(name(test), result.getThrowable().orElseThrow(), stubClass)));
    }
  }

  /// The test's display name, behind those of the groups it is in, if any.
  private String name(TestIdentifier test) {
    Optional<TestIdentifier> group =
        plan.getParent(test).filter(parent -> plan.getParent(parent).isPresent());
    // The root is the engine, and below it is the class, of which all the tests are.
    boolean nested = group.flatMap(plan::getParent).flatMap(plan::getParent).isPresent();
    return nested
        ? name(group.orElseThrow()) + WITHIN + test.getDisplayName()
        : test.getDisplayName();
  }
}
