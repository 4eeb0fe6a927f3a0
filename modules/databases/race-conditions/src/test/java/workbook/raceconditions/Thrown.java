package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;

/// What an answer threw or should have thrown, in words for a learner.
final class Thrown {

  private Thrown() {}

  static void assertNothing(Throwable thrown, String when, Object... values) {
    assertThat(thrown == null)
        .withFailMessage(() ->
            "%s: expected no exception, and %s was thrown"
                .formatted(when.formatted(values), told(thrown)))
        .isTrue();
  }

  static void assertSomething(Throwable thrown, String when, Object... values) {
    assertThat(thrown != null)
        .withFailMessage(() ->
            "%s: expected an exception, and none was thrown".formatted(when.formatted(values)))
        .isTrue();
  }

  /// The very one that the work threw, and not one with other codes around it.
  static void assertSame(Exception ofTheWork, Throwable thrown, String when, Object... values) {
    assertSomething(thrown, when, values);
    assertThat(thrown == ofTheWork)
        .withFailMessage(() ->
            "%s: expected the exception of the work, %s, and %s was thrown"
                .formatted(when.formatted(values), told(ofTheWork), told(thrown)))
        .isTrue();
  }

  /// Without the statement, which H2 repeats.
  private static String told(Throwable thrown) {
    String message =
        String.valueOf(thrown.getMessage()).replaceFirst("(?s);? SQL statement:.*", "");
    return thrown.getClass().getSimpleName() + ": " + message;
  }
}
