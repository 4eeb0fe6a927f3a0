package workbook.command.check;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;

/// A test that failed, as a learner needs to hear of it.
///
/// @param test its display name; empty where no test ran
/// @param message what the test says, with runs of white space as one blank
/// @param explanation the same for the learner: what was given, what was expected and what came, or
///   the compiler's lines; without stack frames
/// @param place `File.java:12`, where the test or the answer failed; empty if unknown
public record Failure(String test, String message, String explanation, String place) {

  private static final Pattern DESCRIBED = Pattern.compile("^\\[(.*?)]\\s*(.*)$", Pattern.DOTALL);
  private static final Pattern COMPILED = Pattern.compile("(?m)^(\\S+\\.java:\\d+): ");
  private static final int ONE_LINE = 70;

  static Failure ofCompiler(String report) {
    // The compiler names files by their full path, which says nothing to the one who wrote them.
    String shortened = report.strip().replaceAll("(?m)^/.*/(?=[^/]+\\.java:\\d+: )", "");
    Matcher first = COMPILED.matcher(shortened);
    return new Failure("", folded(report), shortened, first.find() ? first.group(1) : "");
  }

  /// What came of a program that did not end by itself, or ended the JVM.
  ///
  /// @param test the test that was running; empty if none was
  static Failure ofRunaway(String test, String explanation, String place) {
    return new Failure(test, explanation, explanation, place);
  }

  static Failure of(String test, Throwable thrown, String stubClass) {
    String message = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
    return new Failure(test, folded(message), explanation(thrown, message), place(thrown, stubClass));
  }

  /// Whether a test failed, and not what comes before all tests.
  public boolean isTest() {
    return !test.isEmpty();
  }

  private static String explanation(Throwable thrown, String message) {
    return switch (thrown) {
      case AssertionFailedError failed
          when failed.isExpectedDefined() && failed.isActualDefined() ->
          comparison(failed, message);
      case AssertionError _ -> described(message);
      case StackOverflowError _ -> "the answer calls itself without end (StackOverflowError)";
      case OutOfMemoryError _ -> "the answer used up the memory (" + message + ")";
      default ->
          "the answer threw "
              + thrown.getClass().getSimpleName()
              + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
    };
  }

  /// `ways(0): expected 1 but was 0`, where that fits in a line.
  private static String comparison(AssertionFailedError failed, String message) {
    String expected = shown(failed.getExpected());
    String actual = shown(failed.getActual());
    Matcher described = DESCRIBED.matcher(message.strip());
    if (!described.matches()
        || (expected + actual).contains("\n")
        || expected.length() + actual.length() > ONE_LINE
        || !described.group(2).startsWith("expected:")) {
      return described(message);
    }
    return "%s: expected %s but was %s".formatted(described.group(1), expected, actual);
  }

  private static String shown(ValueWrapper value) {
    Object object = value.getEphemeralValue();
    return object instanceof CharSequence
        ? '"' + value.getStringRepresentation() + '"'
        : value.getStringRepresentation();
  }

  private static String described(String message) {
    Matcher described = DESCRIBED.matcher(message.strip());
    return described.matches()
        ? described.group(1) + ": " + described.group(2).strip()
        : message.strip();
  }

  /// The line of the answer, if it threw; else the line of the test.
  private static String place(Throwable thrown, String stubClass) {
    boolean asserted = thrown instanceof AssertionError;
    Optional<String> inAnswer = asserted ? Optional.empty() : frame(thrown, stubClass);
    return inAnswer.or(() -> frame(thrown, Stub.testClass(stubClass))).orElse("");
  }

  private static Optional<String> frame(Throwable thrown, String className) {
    return frame(thrown.getStackTrace(), className);
  }

  /// The first line of a class in a stack, as `File.java:12`.
  static Optional<String> frame(StackTraceElement[] stack, String className) {
    return Arrays.stream(stack)
        .filter(frame ->
            frame.getClassName().equals(className)
                || frame.getClassName().startsWith(className + "$"))
        .findFirst()
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber());
  }

  private static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
