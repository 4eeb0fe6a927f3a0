package workbook.answers.check;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;

/// Why a test failed, for the learner: what was given, what was expected and what came, without
/// stack frames. Of values too long to compare at a glance it shows where they part.
final class Explanation {

  /// What AssertJ puts before what it says: the description that the test gave.
  private static final Pattern DESCRIBED = Pattern.compile("(?s)\\[(.*?)]\\s+(?i)(expect.*)");

  /// JUnit's description is: way 7 ==> execution timed out after 5000 ms
  private static final Pattern JUNIT = Pattern.compile("(?s)(.*?) ==> (.*)");

  /// What Java says where a process cannot be started, whatever the program is.
  private static final Pattern NO_PROCESS =
      Pattern.compile("posix_spawn failed|error[=:] ?(11|12)\\b|Resource temporarily unavailable");

  /// What JUnit says of a test with a `@Timeout`.
  private static final Pattern TIMED_OUT = Pattern.compile("^.* timed out after (\\d+ \\w+)$");

  /// A description that tells the limit itself.
  private static final Pattern LIMITED = Pattern.compile(" within \\d+ seconds?: $");

  private static final Pattern STOPPED = Pattern.compile("^stopped after \\d+ ms: ");

  private static final Pattern FRAME =
      Pattern.compile(
          "(?m)^\\s*(?:at [\\w.$/<>]+\\(.*\\)|\\.\\.\\.\\(\\d+ remaining lines.*\\))\\R?");
  private static final Pattern LONG = Pattern.compile("\\b(\\d+)L\\b");

  /// A surrogate without its other half.
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private static final int ONE_LINE = 60;
  private static final int FEW_LINES = 9;
  private static final int LONGEST = 300;

  private Explanation() {}

  static String of(Throwable thrown) {
    try {
      return readable(thrown);
    } catch (RuntimeException | StackOverflowError e) {
      // An exception of the answer's own may do anything where it is asked what it says.
      return "the answer threw %s, and %s where its message was read"
          .formatted(Causes.name(thrown), Causes.name(e));
    }
  }

  private static String readable(Throwable thrown) {
    String database = thrown instanceof AssertionError ? Causes.ofDatabase(thrown) : "";
    String told = database.isEmpty() ? told(thrown) : told(thrown) + "\n" + database;
    return whole(told.lines().map(Explanation::cut).collect(Collectors.joining("\n")));
  }

  private static String cut(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
  }

  /// The same, but half a character by its number: in UTF-8 it would become a question mark.
  static String whole(String text) {
    return HALF.matcher(text)
        .replaceAll(half -> "\\\\u%04X".formatted((int) half.group().charAt(0)));
  }

  private static String told(Throwable thrown) {
    String message = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
    return switch (thrown) {
      case AssertionFailedError failed
          when failed.isExpectedDefined() && failed.isActualDefined() ->
          comparison(failed, message.strip());
      case AssertionError _ -> described(message.strip());
      case StackOverflowError _ ->
          "the answer calls itself without end, or too deep for the stack (StackOverflowError)";
      case OutOfMemoryError _ when message.contains("native thread") ->
          "the answer starts more threads or processes than there can be";
      case OutOfMemoryError _ -> "the answer used up the memory (" + message + ")";
      case IOException _ when NO_PROCESS.matcher(message).find() ->
          "the answer starts a process, and no more can be started";
      case TimeoutException _ when TIMED_OUT.matcher(message).find() ->
          TIMED_OUT.matcher(message).replaceFirst("stopped after $1: " + Wording.TOO_LONG);
      default -> "the answer threw " + Causes.chain(thrown);
    };
  }

  private static String described(String message) {
    Matcher described = DESCRIBED.matcher(message);
    boolean matches = described.matches() || described.usePattern(JUNIT).matches();
    String subject = matches ? described.group(1) + ": " : "";
    String rest = matches ? described.group(2).strip() : message;
    String words = Wording.of(inOneLine(FRAME.matcher(rest).replaceAll("")).strip());
    if (LIMITED.matcher(subject).find()) {
      words = STOPPED.matcher(words).replaceFirst("");
    }
    return (subject + words).strip();
  }

  private static String comparison(AssertionFailedError failed, String message) {
    Matcher described = DESCRIBED.matcher(message);
    String subject = described.matches() ? described.group(1) + ":" : "";
    String rest = described.matches() ? described.group(2) : message;
    if (!rest.contains("expected: ")) {
      return described(message);
    }
    boolean junit = rest.contains("expected: <");
    if (junit) {
      // JUnit's description is: subject ==> expected: <1> but was: <0>
      subject = rest.contains(" ==> ") ? rest.substring(0, rest.indexOf(" ==> ")) + ":" : "";
    }
    String expected = shown(failed.getExpected(), junit);
    String actual = shown(failed.getActual(), junit);
    boolean numbers = !expected.contains("\"") && !withoutL(expected).equals(withoutL(actual));
    return compared(
        subject, numbers ? withoutL(expected) : expected, numbers ? withoutL(actual) : actual);
  }

  /// A value as AssertJ shows it, or as JUnit gives it.
  private static String shown(ValueWrapper value, boolean junit) {
    String text = value.getStringRepresentation();
    if (junit) {
      return value.getEphemeralValue() instanceof CharSequence ? '"' + text + '"' : text;
    }
    return text.startsWith("[") ? inOneLine(text) : text;
  }

  /// AssertJ gives each element of a long collection a line.
  private static String inOneLine(String text) {
    return text.replaceAll(",\\R\\s*", ", ");
  }

  private static String withoutL(String text) {
    return LONG.matcher(text).replaceAll("$1");
  }

  private static String compared(String subject, String expected, String actual) {
    if (expected.contains("\n") || actual.contains("\n")) {
      List<String> left = expected.lines().toList();
      List<String> right = actual.lines().toList();
      int same = 0;
      while (same < Math.min(left.size(), right.size()) && left.get(same).equals(right.get(same))) {
        same++;
      }
      return "%s expected:%n%s%nbut was:%n%s"
          .formatted(subject, cut(left, same), cut(right, same))
          .strip();
    }
    if (expected.length() + actual.length() <= ONE_LINE) {
      return "%s expected %s but was %s".formatted(subject, expected, actual).strip();
    }
    int same = 0;
    while (same < Math.min(expected.length(), actual.length())
        && expected.charAt(same) == actual.charAt(same)) {
      same++;
    }
    return "%s%nexpected: %s%n but was: %s"
        .formatted(subject, cut(expected, same), cut(actual, same))
        .strip();
  }

  /// The lines around the first that differs.
  private static String cut(List<String> lines, int same) {
    int from = lines.size() <= FEW_LINES ? 0 : Math.max(0, same - 2);
    int to = Math.min(lines.size(), from + FEW_LINES);
    return (from > 0 ? "  …\n" : "")
        + lines.subList(from, to).stream()
            .map(line -> "  " + line)
            .collect(Collectors.joining("\n"))
        + (to < lines.size() ? "\n  …" : "");
  }

  /// The characters around the first that differs.
  private static String cut(String text, int same) {
    int from = text.length() <= ONE_LINE ? 0 : Math.max(0, same - ONE_LINE / 2);
    int to = Math.min(text.length(), from + ONE_LINE);
    return (from > 0 ? "… " : "")
        + text.substring(from, to).strip()
        + (to < text.length() ? " …" : "");
  }
}
