package workbook.exercise;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.cause;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

@DisplayName("A test that reaches a stub is skipped, whatever its outcome")
class TodoExtensionTest {

  @Test
  @DisplayName("in a half-done exercise: each test by itself is skipped, green or red")
  void halfDone() {
    Events tests = run(Cases.StubTest.class).testEvents();
    tests
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("untouched"),
                abortedWithReason(
                    instanceOf(TestAbortedException.class), message("cases/1 is not started"))))
        .haveExactly(1, event(test("done"), finishedSuccessfully()))
        .haveExactly(
            1, event(test("wrong"), finishedWithFailure(message(m -> m.contains("[wrong()]")))));
  }

  @Test
  @DisplayName("the learner's own UnsupportedOperationException is red")
  void ownException() {
    run(Cases.StubTest.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("unsupported"),
                finishedWithFailure(instanceOf(UnsupportedOperationException.class))));
  }

  @Test
  @DisplayName("an answer that skips its test itself is red")
  void skipsItself() {
    run(Cases.StubTest.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("aborts"),
                finishedWithFailure(
                    instanceOf(AssertionFailedError.class),
                    message("the answer threw TestAbortedException: cases/1 is not started"))));
  }

  @Test
  @DisplayName("assertThrows over a stub is skipped, not passed")
  void assertThrowsOverStub() {
    assertSkipped(Cases.ExpectsAnException.class, 3);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("wherever in the test it is reached, and if the exception is swallowed")
  @ValueSource(
      classes = {
        Cases.InConstructor.class,
        Cases.SwallowedInConstructor.class,
        Cases.InBeforeEach.class,
        Cases.InAfterEach.class,
        Cases.InAssertAll.class,
        Cases.Swallowed.class
      })
  void anywhere(Class<?> testClass) {
    assertSkipped(testClass, 1);
  }

  @Test
  @DisplayName("in a CompletableFuture and on a virtual thread")
  void otherThreads() {
    assertSkipped(Cases.ThreadsTest.class, 2);
  }

  @Test
  @DisplayName("in a parameterized and a repeated test: the invocations that reach it, no others")
  void invocations() {
    run(Cases.InParameters.class)
        .testEvents()
        .assertStatistics(s -> s.started(5).succeeded(1).aborted(4).failed(0));
  }

  @Test
  @DisplayName("in a @MethodSource: the whole parameterized test")
  void argumentSource() {
    run(Cases.InArgumentSource.class).allEvents().assertStatistics(s -> s.failed(0).aborted(1));
  }

  @Test
  @DisplayName("in a @TestFactory: its dynamic tests, the factory itself, a lazy stream")
  void factories() {
    EngineExecutionResults results = run(Cases.InFactory.class);
    results.testEvents().assertStatistics(s -> s.started(3).succeeded(1).aborted(2).failed(0));
    results.containerEvents().assertStatistics(s -> s.failed(0).aborted(2));
  }

  @Test
  @DisplayName(
      "a stub in a static initialiser is an error that names the place and says what to do")
  void staticInitialiser() {
    run(Cases.InStaticInitialiser.class)
        .testEvents()
        .assertStatistics(s -> s.failed(1).aborted(0).succeeded(0))
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    instanceOf(ExceptionInInitializerError.class),
                    cause(
                        instanceOf(IllegalStateException.class),
                        message(m ->
                            m.startsWith(
                                    "cases/1: the to-do marker was reached in the static"
                                        + " initialiser of workbook.exercise.Cases$BrokenClass"
                                        + " (Cases.java:")
                                && m.endsWith("Move the call into a method."))))));
  }

  @Test
  @DisplayName("a stub in @BeforeAll is an error that names the place and says what to do")
  void beforeAll() {
    run(Cases.InBeforeAll.class)
        .containerEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    instanceOf(IllegalStateException.class),
                    message(m ->
                        m.startsWith(
                                "cases/1: the to-do marker was reached in InBeforeAll.setUpAll")
                            && m.contains("@BeforeEach")))));
  }

  @Test
  @DisplayName("in parallel: exactly those that reached it, in each of five runs")
  void parallel() {
    for (int run = 0; run < 5; run++) {
      run(
              Cases.InParallel.class,
              Map.of(
                  "junit.jupiter.execution.parallel.enabled", "true",
                  "junit.jupiter.execution.parallel.mode.default", "concurrent",
                  "junit.jupiter.execution.parallel.config.strategy", "fixed",
                  "junit.jupiter.execution.parallel.config.fixed.parallelism", "8"))
          .testEvents()
          .assertStatistics(s -> s.started(200).succeeded(100).aborted(100).failed(0))
          .aborted()
          .assertThatEvents()
          .allMatch(aborted -> number(aborted.getTestDescriptor().getDisplayName()) % 2 == 0);
    }
  }

  @Test
  @DisplayName("with the worked answers, a stub that is reached is a failure")
  void solutions() {
    run(Cases.Swallowed.class, Map.of(TodoExtension.SOLUTIONS, "true"))
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    message("cases/1: the worked answer still reaches Todo.todo"))));
  }

  private static EngineExecutionResults run(Class<?> testClass) {
    return run(testClass, Map.of());
  }

  /// Runs a test class as a topic's is run: configured by the `junit-platform.properties` of this
  /// module. On a thread of its own, because this thread belongs to the test around it, which a
  /// stub that is reached outside the inner tests would skip.
  private static EngineExecutionResults run(Class<?> testClass, Map<String, String> parameters) {
    EngineTestKit.Builder jupiter =
        EngineTestKit.engine("junit-jupiter")
            .enableImplicitConfigurationParameters(true)
            .configurationParameter(TodoExtension.SOLUTIONS, "false")
            .configurationParameters(parameters)
            .selectors(selectClass(testClass));
    return CompletableFuture.supplyAsync(jupiter::execute).join();
  }

  @Test
  @DisplayName("where tests are only counted nothing of them is run, and each case counts")
  void counted() {
    Map<String, String> counting = Map.of(TodoExtension.COUNT, "true");
    run(Cases.StubTest.class, counting)
        .testEvents()
        .assertStatistics(s -> s.started(5).succeeded(5));
    run(Cases.InBeforeEach.class, counting)
        .testEvents()
        .assertStatistics(s -> s.started(1).succeeded(1));
    run(Cases.InBeforeAll.class, counting)
        .testEvents()
        .assertStatistics(s -> s.started(1).succeeded(1));
    // Three values and two repetitions.
    run(Cases.InParameters.class, counting)
        .testEvents()
        .assertStatistics(s -> s.started(5).succeeded(5));
  }

  private static void assertSkipped(Class<?> testClass, int count) {
    run(testClass)
        .testEvents()
        .assertStatistics(s -> s.started(count).aborted(count).succeeded(0).failed(0));
  }

  /// The number in the display name `[3] n = 2`, JUnit's name of an invocation.
  private static int number(String displayName) {
    return Integer.parseInt(displayName.replaceAll(".*?(\\d+)\\D*$", "$1"));
  }
}
