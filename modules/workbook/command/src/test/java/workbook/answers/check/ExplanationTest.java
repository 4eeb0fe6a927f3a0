package workbook.answers.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

@DisplayName("What a learner is told of a failed assertion")
class ExplanationTest {

  private static String told(ThrowingCallable assertion) {
    return Explanation.of(catchThrowable(assertion));
  }

  @Test
  @DisplayName("what was given, expected and came, in one line; a long as it is written on paper")
  void oneLine() {
    assertThat(told(() -> assertThat(0L).as("ways(0)").isEqualTo(1L)))
        .isEqualTo("ways(0): expected 1 but was 0");
    assertThat(told(() -> assertThat(List.of(1L)).as("ways").isEqualTo(List.of(2L, 3L))))
        .isEqualTo("ways: expected [2, 3] but was [1]");
    assertThat(told(() -> assertThat("a1L").as("text").isEqualTo("a2L")))
        .isEqualTo("text: expected \"a2L\" but was \"a1L\"");
    assertThat(told(() -> assertThat((String) null).as("subject[0]").isEqualTo("(none)")))
        .isEqualTo("subject[0]: expected \"(none)\" but was null");
    assertThat(told(() -> assertThat(2).isEqualTo(1))).isEqualTo("expected 1 but was 2");
  }

  @Test
  @DisplayName("half a character by its number, and a whole one as it is")
  void halves() {
    String told =
        told(() -> assertThat(List.of("\uD83D", "##\uDE42")).as("pieces").isEqualTo(List.of("🙂")));
    assertThat(told).isEqualTo("pieces: expected [\"🙂\"] but was [\"\\uD83D\", \"##\\uDE42\"]");
  }

  @Test
  @DisplayName("the same of JUnit's assertions")
  void junit() {
    assertThat(told(() -> assertEquals(1, 0, "ways(0)")))
        .isEqualTo("ways(0): expected 1 but was 0");
    assertThat(told(() -> assertEquals("a", "b"))).isEqualTo("expected \"a\" but was \"b\"");
  }

  @Test
  @DisplayName("an int and a long of the same value do not look alike")
  void types() {
    assertThat(told(() -> assertThat((Object) 1).as("value").isEqualTo(1L)))
        .isEqualTo("value: expected 1L but was 1");
  }

  @Test
  @DisplayName("of long values the part where they differ")
  void longValues() {
    List<Integer> ones = new ArrayList<>(Collections.nCopies(500, 1));
    List<Integer> other = new ArrayList<>(ones);
    other.set(250, 2);

    String told = told(() -> assertThat(other).as("way").isEqualTo(ones));

    assertThat(told)
        .isEqualTo(
            """
            way:
            expected: … 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, …
             but was: … 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, …\
            """);
  }

  @Test
  @DisplayName("of many lines those around the first that differs")
  void manyLines() {
    String expected = "line\n".repeat(20) + "a\n" + "line\n".repeat(20);
    String actual = expected.replace("a\n", "b\n");

    assertThat(told(() -> assertThat(actual).as("text").isEqualTo(expected)))
        .isEqualTo(
            """
            text: expected:
              …
              line
              line
              a
              line
              line
              line
              line
              line
              line
              …
            but was:
              …
              line
              line
              b
              line
              line
              line
              line
              line
              line
              …\
            """);
  }

  @Test
  @DisplayName("no stack frames where an exception is of another type, and none where none came")
  void exceptions() {
    String other =
        told(() ->
            assertThatThrownBy(() -> List.of().getFirst(), "first of none")
                .isInstanceOf(IllegalArgumentException.class));
    assertThat(other)
        .isEqualTo(
            "first of none: expected IllegalArgumentException, and NoSuchElementException was thrown");

    assertThat(told(() -> assertThatThrownBy(() -> {}, "at(-1)").isNotNull()))
        .isEqualTo("at(-1): expected an exception, and none was thrown");
    assertThat(told(() -> assertThatCode(() -> List.of().getFirst()).doesNotThrowAnyException()))
        .isEqualTo("the answer threw NoSuchElementException");
  }

  static Stream<Arguments> assertions() {
    Throwable foo = new IllegalStateException("foo");
    return Stream.of(
        said(() -> assertThat(false).isTrue(), "x: expected true but was false"),
        said(() -> assertThat((Object) null).isNotNull(), "x: expected a value but was null"),
        said(() -> assertThat(List.of(1)).isEmpty(), "x: must be empty but was [1]"),
        said(() -> assertThat(Optional.of(1)).isEmpty(), "x: must be empty but was 1"),
        said(
            () -> assertThat(List.of(1, 2)).hasSize(3),
            "x: expected a size of 3 but was 2: [1, 2]"),
        said(
            () -> assertThat(List.of(1, 2)).containsExactly(2, 3),
            "x: must contain exactly (and in same order) [2, 3] but was [1, 2]\nmissing: [3]\n"
                + "not expected: [1]"),
        said(
            () -> assertThat(List.of(1, 2)).containsExactlyInAnyOrder(2, 3),
            "x: must contain exactly in any order [2, 3] but was [1, 2]\nmissing: [3]\n"
                + "not expected: [1]"),
        said(
            () -> assertThat(List.of(1, 2)).contains(3),
            "x: must contain [3] but was [1, 2]\nmissing: [3]"),
        said(() -> assertThat("abc").contains("d"), "x: must contain \"d\" but was \"abc\""),
        said(
            () -> assertThat("abc").isSameAs("d"),
            "x: must be the same object as \"d\" but was \"abc\""),
        said(
            () -> assertThat("abc").isNotEqualTo("abc"),
            "x: must not be equal to \"abc\" but was \"abc\""),
        said(
            () -> assertThat(1.0).isCloseTo(2.0, within(0.1)),
            "x: must be close to 2.0 but was 1.0\nby less than 0.1; the difference is 1.0"),
        said(() -> assertThat(5).isBetween(1, 3), "x: must be between [1, 3] but was 5"),
        said(() -> assertThat(5).isLessThan(3), "x: must be less than 3 but was 5"),
        said(() -> assertThat(5.0).isInfinite(), "x: must be infinite but was 5.0"),
        said(
            () -> assertThat(foo).hasMessage("bar"),
            "x: expected the message \"bar\" but was \"foo\""),
        said(
            () -> assertThat(foo).hasMessageContaining("bar"),
            "x: expected the message to contain \"bar\" but was \"foo\""));
  }

  private static Arguments said(ThrowingCallable assertion, String told) {
    return Arguments.of(told, assertion);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("no word of AssertJ's own: throwables, actuals")
  @MethodSource("assertions")
  void assertj(String told, ThrowingCallable assertion) {
    AssertionError error = (AssertionError) catchThrowable(assertion);
    String described =
        error instanceof AssertionFailedError failed && failed.isExpectedDefined()
            ? Explanation.of(
                new AssertionFailedError(
                    "[x] " + error.getMessage(), failed.getExpected(), failed.getActual()))
            : Explanation.of(new AssertionError("[x] " + error.getMessage()));
    assertThat(described).isEqualTo(told);
  }

  @Test
  @DisplayName("no word of JUnit's own: executions that time out")
  void timeouts() {
    String stopped = "stopped after 9 ms: a loop or a recursion never ends, or takes far too long";
    assertThat(
            told(() ->
                assertTimeoutPreemptively(
                    Duration.ofMillis(9), () -> new CountDownLatch(1).await(), "way 7")))
        .isEqualTo("way 7: " + stopped);
    assertThat(
            told(() ->
                assertTimeoutPreemptively(
                    Duration.ofMillis(9), () -> new CountDownLatch(1).await())))
        .isEqualTo(stopped);
    assertThat(
            told(() ->
                assertTimeoutPreemptively(
                    Duration.ofMillis(9),
                    () -> new CountDownLatch(1).await(),
                    "way 7 was not found within 1 second")))
        .as("the limit once")
        .isEqualTo(
            "way 7 was not found within 1 second: a loop or a recursion never ends, or takes far"
                + " too long");
    assertThat(Explanation.of(new TimeoutException("shouts() timed out after 9 seconds")))
        .isEqualTo(stopped.replace("ms", "seconds"));
  }

  @Test
  @DisplayName("what stands behind an exception: its causes, and a database's own words")
  void causes() {
    SQLException syntax =
        new SQLException("Syntax error in \"SELEC v\"; SQL statement:\nSELEC v [42000-240]");
    assertThat(Explanation.of(new IllegalStateException("no row", syntax)))
        .isEqualTo(
            "the answer threw IllegalStateException: no row, caused by SQLException: Syntax error"
                + " in \"SELEC v\"");
    assertThat(Explanation.of(new ExecutionException(new IOException("gone"))))
        .isEqualTo("the answer threw ExecutionException, caused by IOException: gone");
    assertThat(Explanation.of(new AssertionError("must leave row 1 at 12", syntax)))
        .isEqualTo("must leave row 1 at 12\nthe database said: Syntax error in \"SELEC v\"");
    SQLException first = new SQLException("first");
    first.setNextException(new SQLException("next"));
    assertThat(Explanation.of(first))
        .isEqualTo("the answer threw SQLException: first, caused by SQLException: next");
  }

  @Test
  @DisplayName("an exception of a class without a name by that of the class it extends")
  void anonymous() {
    assertThat(Explanation.of(new IllegalStateException("no row") {}))
        .isEqualTo("the answer threw IllegalStateException: no row");
  }

  @Test
  @DisplayName("an exception whose message throws another, by the names of both")
  void unreadable() {
    final class Odd extends RuntimeException {
      private static final long serialVersionUID = 1;

      @Override
      public String getMessage() {
        throw new IllegalStateException("not yet");
      }
    }

    assertThat(Explanation.of(new Odd()))
        .isEqualTo("the answer threw Odd, and IllegalStateException where its message was read");
    assertThat(Explanation.of(new IllegalStateException("no row", new Odd())))
        .startsWith("the answer threw IllegalStateException, and IllegalStateException where");
  }

  @Test
  @DisplayName("one line where the machine gives no more processes or threads")
  void exhausted() {
    // As Java 25 says it, the first on Linux.
    for (String said :
        List.of(
            "posix_spawn failed, error: 11 (Resource temporarily unavailable), spawn helper: JDK"
                + " version mismatch",
            "Cannot run program \"ls\": error=11, Resource temporarily unavailable")) {
      assertThat(Explanation.of(new IOException(said)))
          .isEqualTo("the answer starts a process, and no more can be started");
    }
    assertThat(
            Explanation.of(
                new OutOfMemoryError("unable to create native thread: possibly out of memory")))
        .isEqualTo("the answer starts more threads or processes than there can be");
  }
}
