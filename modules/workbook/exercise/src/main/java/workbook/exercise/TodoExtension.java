package workbook.exercise;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/// Skips a test that reached the stub of an exercise, **whatever its outcome**: a test that expects
/// an exception, or swallows one, says nothing about code that is not there. An answer cannot have
/// itself skipped in another way.
///
/// JUnit finds this class by [java.util.ServiceLoader]. With the configuration parameter
/// `exercise.solutions` set to `true` the worked answers are under test, and reaching a stub is a
/// failure. With `exercise.count` the tests are only counted, and nothing in them is run.
public final class TodoExtension implements InvocationInterceptor {

  /// The configuration parameter that says that worked answers are under test.
  public static final String SOLUTIONS = "exercise.solutions";

  /// The configuration parameter that says that tests are only to be counted.
  public static final String COUNT = "exercise.count";

  @Override
  public <T> T interceptTestClassConstructor(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Constructor<T>> constructor,
      ExtensionContext context)
      throws Throwable {
    return skipIfNotStarted(invocation, context);
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    runUnlessCounted(invocation, context);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    runUnlessCounted(invocation, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    runUnlessCounted(invocation, context);
  }

  @Override
  public <T> T interceptTestFactoryMethod(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    return skipIfNotStarted(invocation, context);
  }

  @Override
  public void interceptDynamicTest(
      Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context)
      throws Throwable {
    runUnlessCounted(invocation, context);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    runUnlessCounted(invocation, context);
  }

  @Override
  public void interceptBeforeAllMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    refuseStub(invocation, method.getExecutable(), context);
  }

  @Override
  public void interceptAfterAllMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    refuseStub(invocation, method.getExecutable(), context);
  }

  private static void runUnlessCounted(Invocation<Void> invocation, ExtensionContext context)
      throws Throwable {
    if (isSet(COUNT, context)) {
      invocation.skip();
    } else {
      skipIfNotStarted(invocation, context);
    }
  }

  private static <T> T skipIfNotStarted(Invocation<T> invocation, ExtensionContext context)
      throws Throwable {
    try (Execution execution = Execution.open(exerciseOf(context))) {
      T result = null;
      Throwable thrown = null;
      try {
        result = invocation.proceed();
      } catch (Throwable t) {
        thrown = t;
      }
      if (execution.reached().isPresent()) {
        throw notStarted(execution.reached().get(), context);
      }
      if (thrown instanceof TestAbortedException && exerciseOf(context).isPresent()) {
        throw new AssertionFailedError(
            "the answer threw TestAbortedException: " + thrown.getMessage(), thrown);
      }
      if (thrown != null) {
        throw thrown;
      }
      return result;
    }
  }

  private static boolean isSet(String parameter, ExtensionContext context) {
    return context.getConfigurationParameter(parameter).map(Boolean::parseBoolean).orElse(false);
  }

  private static RuntimeException notStarted(String exercise, ExtensionContext context) {
    if (isSet(SOLUTIONS, context)) {
      throw new AssertionFailedError(exercise + ": the worked answer still reaches Todo.todo");
    }
    return new TestAbortedException(Todo.notStarted(exercise));
  }

  private static void refuseStub(
      Invocation<Void> invocation, Method method, ExtensionContext context) throws Throwable {
    if (isSet(COUNT, context)) {
      invocation.skip();
      return;
    }
    try (Execution execution = Execution.open(exerciseOf(context))) {
      Throwable thrown = null;
      try {
        invocation.proceed();
      } catch (Throwable t) {
        thrown = t;
      }
      if (execution.reached().isPresent()) {
        throw new IllegalStateException(
            "%s: the to-do marker was reached in %s.%s, which runs once for all tests of the class. Call the exercise from the tests or from a @BeforeEach method, so that each test can be skipped by itself."
                .formatted(
                    execution.reached().get(),
                    method.getDeclaringClass().getSimpleName(),
                    method.getName()));
      }
      if (thrown != null) {
        throw thrown;
      }
    }
  }

  /// The exercise that a test class is about, or a class around it.
  private static Optional<String> exerciseOf(ExtensionContext context) {
    Optional<ExtensionContext> within = Optional.of(context);
    while (within.isPresent() && within.get().getTestClass().isEmpty()) {
      // A dynamic test has no class of its own.
      within = within.get().getParent();
    }
    Class<?> test = within.flatMap(ExtensionContext::getTestClass).orElse(null);
    while (test != null) {
      Exercise exercise = test.getAnnotation(Exercise.class);
      if (exercise != null) {
        return Optional.of(exercise.id());
      }
      test = test.getEnclosingClass();
    }
    return Optional.empty();
  }
}
