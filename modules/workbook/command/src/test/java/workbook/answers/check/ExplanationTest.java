package workbook.answers.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
        .startsWith("first of none: Expecting actual throwable to be an instance of:")
        .contains("IllegalArgumentException", "NoSuchElementException")
        .doesNotContain("at java.base", "remaining lines");

    assertThat(told(() -> assertThatThrownBy(() -> {}, "at(-1)").isNotNull()))
        .isEqualTo("at(-1): expected an exception, and none was thrown");
  }
}
