package workbook.answers.check;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import workbook.answers.tree.Exercise;

/// A test that failed, as a learner needs to hear of it.
///
/// @param test its display name; empty where no test ran
/// @param explanation what was given, what was expected and what came, or the compiler's lines;
///   without stack frames
/// @param place `File.java:12`, where the test or the answer failed; empty if unknown
public record Failure(String test, String explanation, String place) {

  private static final Pattern COMPILED = Pattern.compile("(?m)^(\\S+\\.java:\\d+): ");

  static Failure ofCompiler(String report) {
    // The compiler names files by their full path, which says nothing to the one who wrote them.
    String shortened = report.strip().replaceAll("(?m)^.*[/\\\\](?=[^/\\\\]+\\.java:\\d+: )", "");
    Matcher first = COMPILED.matcher(shortened);
    return new Failure("", shortened, first.find() ? first.group(1) : "");
  }

  /// A fault of the answer's file as a whole.
  static Failure ofFile(String explanation, String place) {
    return new Failure("", explanation, place);
  }

  /// What came of a program that did not end by itself, or ended the JVM.
  ///
  /// @param test the test that was running; empty if none was
  static Failure ofRunaway(String test, String explanation, String place) {
    return new Failure(test, explanation, place);
  }

  static Failure of(String test, Throwable thrown, String stubClass) {
    String explanation = Explanation.of(thrown);
    String inTest = inTest(thrown.getStackTrace(), stubClass).orElse("");
    Optional<String> inAnswer = inAnswer(thrown.getStackTrace(), stubClass);
    if (thrown instanceof AssertionError || inAnswer.isEmpty()) {
      return new Failure(test, explanation, inTest);
    }
    String called = inTest.isEmpty() ? "" : ", called from " + inTest;
    return new Failure(test, explanation + called, inAnswer.get());
  }

  /// Whether a test failed, and not what comes before all tests.
  public boolean isTest() {
    return !test.isEmpty();
  }

  /// Where a thread stands: in the answer, or else in the test.
  static String place(StackTraceElement[] stack, String stubClass) {
    return inAnswer(stack, stubClass).or(() -> inTest(stack, stubClass)).orElse("");
  }

  /// The innermost line of the answer.
  private static Optional<String> inAnswer(StackTraceElement[] stack, String stubClass) {
    return lines(stack, stubClass).findFirst();
  }

  /// The outermost line of the test class: not that of a method which many tests share.
  private static Optional<String> inTest(StackTraceElement[] stack, String stubClass) {
    return lines(stack, Exercise.testClass(stubClass)).reduce((_, outer) -> outer);
  }

  private static Stream<String> lines(StackTraceElement[] stack, String className) {
    return Arrays.stream(stack)
        .filter(frame ->
            frame.getClassName().equals(className)
                || frame.getClassName().startsWith(className + "$"))
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber());
  }
}
