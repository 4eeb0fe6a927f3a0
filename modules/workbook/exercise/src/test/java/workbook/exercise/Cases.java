package workbook.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/// Test classes for [TodoExtensionTest] to run. None of them is a test of this module.
final class Cases {

  private Cases() {}

  static final class Stub {
    private Stub() {}

    static int untouched() {
      return Todo.todo("cases/1");
    }

    static int done() {
      return 7;
    }

    static int wrong() {
      return 8;
    }

    static int unsupported() {
      throw new UnsupportedOperationException("the learner's own");
    }

    static int aborts() {
      throw new TestAbortedException("cases/1 is not started");
    }
  }

  @Exercise(
      id = "cases/1",
      title = "Half done",
      hints = {})
  static class StubTest {
    @Test
    void untouched() {
      assertThat(Stub.untouched()).isEqualTo(7);
    }

    @Test
    void done() {
      assertThat(Stub.done()).isEqualTo(7);
    }

    @Test
    void wrong() {
      assertThat(Stub.wrong()).as("wrong()").isEqualTo(7);
    }

    @Test
    void unsupported() {
      assertThat(Stub.unsupported()).isEqualTo(7);
    }

    @Test
    void aborts() {
      assertThat(Stub.aborts()).isEqualTo(7);
    }
  }

  static class ExpectsAnException {
    @Test
    void runtimeException() {
      assertThrows(RuntimeException.class, Stub::untouched);
    }

    @Test
    void throwable() {
      assertThrows(Throwable.class, Stub::untouched);
    }

    @Test
    void anotherException() {
      assertThrows(IllegalArgumentException.class, Stub::untouched);
    }
  }

  static class InConstructor {
    InConstructor() {
      Stub.untouched();
    }

    @Test
    void passes() {}
  }

  static class SwallowedInConstructor {
    SwallowedInConstructor() {
      swallow(Stub::untouched);
    }

    @Test
    void passes() {}
  }

  static class InBeforeEach {
    @BeforeEach
    void setUp() {
      swallow(Stub::untouched);
    }

    @Test
    void passes() {}
  }

  static class InAfterEach {
    @AfterEach
    void tearDown() {
      swallow(Stub::untouched);
    }

    @Test
    void passes() {}
  }

  static class InAssertAll {
    @Test
    void one() {
      assertAll(() -> assertThat(Stub.done()).isEqualTo(7), Stub::untouched);
    }
  }

  static class Swallowed {
    @Test
    void one() {
      swallow(Stub::untouched);
    }
  }

  static class InParameters {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void oddOnesReachIt(int n) {
      assertThat(n % 2 == 1 ? Stub.untouched() : Stub.done()).isEqualTo(7);
    }

    @RepeatedTest(2)
    void repeated() {
      swallow(Stub::untouched);
    }
  }

  static class InArgumentSource {
    @ParameterizedTest
    @MethodSource
    void one(int n) {
      assertThat(n).isEqualTo(7);
    }

    static IntStream one() {
      return IntStream.of(Stub.untouched());
    }
  }

  static class InFactory {
    @TestFactory
    Stream<DynamicTest> dynamicTests() {
      return Stream.of(1, 2, 3)
          .map(n ->
              DynamicTest.dynamicTest(
                  "n = " + n,
                  () -> {
                    if (n > 1) {
                      swallow(Stub::untouched);
                    }
                  }));
    }

    @TestFactory
    Stream<DynamicTest> theFactoryItself() {
      Stub.untouched();
      return Stream.of();
    }

    @TestFactory
    Stream<DynamicTest> aLazyStream() {
      return Stream.of(1)
          .map(_ -> {
            Stub.untouched();
            return null;
          });
    }
  }

  static final class BrokenClass {
    private static final int VALUE = Todo.todo("cases/1");

    private BrokenClass() {}

    static int value() {
      return VALUE;
    }
  }

  static class InStaticInitialiser {
    @Test
    void one() {
      assertThat(BrokenClass.value()).isEqualTo(7);
    }
  }

  static class InBeforeAll {
    @BeforeAll
    static void setUpAll() {
      swallow(Stub::untouched);
    }

    @Test
    void passes() {}
  }

  /// Many at once, half of which reach the stub.
  static class InParallel {
    @ParameterizedTest
    @MethodSource
    void evenOnesReachIt(int n) {
      if (n % 2 == 0) {
        swallow(Stub::untouched);
      }
    }

    static IntStream evenOnesReachIt() {
      return IntStream.range(0, 200);
    }
  }

  static final class Threads {
    private Threads() {}

    static int untouched() {
      return Todo.todo("cases/2");
    }
  }

  @Exercise(
      id = "cases/2",
      title = "On other threads",
      hints = {})
  static class ThreadsTest {
    @Test
    void future() {
      CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(Threads::untouched);
      assertThat(answer.handle((value, failure) -> failure == null).join()).isFalse();
    }

    @Test
    void virtualThread() throws InterruptedException {
      Thread.ofVirtual().start(() -> swallow(Threads::untouched)).join();
    }
  }

  private static void swallow(Runnable action) {
    try {
      action.run();
    } catch (Throwable _) {
      // What a learner's test or half-written answer may do.
    }
  }
}
