package workbook.answers.check;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What AssertJ and JUnit say of a failed assertion, in words for a learner: they speak of
/// throwables and of actuals, and over many lines.
final class Wording {

  static final String TOO_LONG = "a loop or a recursion never ends, or takes far too long";

  private record Rule(Pattern pattern, Function<MatchResult, String> words) {}

  private static final String CHECKED = "(?:\\R+Throwable that failed the check:.*)?";

  private static final List<Rule> RULES =
      List.of(
          rule(
              "Expecting code to raise a throwable\\.",
              "expected an exception, and none was thrown"),
          new Rule(
              pattern(
                  "Expecting actual throwable to be an instance of:\\s+(\\S+)\\s+but was:\\s+(.+)"),
              m ->
                  "expected %s, and %s was thrown"
                      .formatted(simple(m.group(1)), thrown(m.group(2)))),
          new Rule(
              pattern("Expecting code not to raise a throwable but caught\\s+\"?(.+?)\"?"),
              m -> "the answer threw " + thrown(m.group(1))),
          new Rule(
              pattern("Unexpected exception thrown: (.+)"),
              m -> "the answer threw " + thrown(m.group(1))),
          new Rule(
              pattern("Expected (\\S+) to be thrown, but nothing was thrown\\."),
              m -> "expected %s, and none was thrown".formatted(simple(m.group(1)))),
          rule("execution timed out after (\\d+ \\w+)", "stopped after $1: " + TOO_LONG),
          rule(
              "execution exceeded timeout of (\\d+ ms) by (\\d+ ms)", "took longer than $1, by $2"),
          rule("Expecting value to be (\\w+) but was (\\w+)", "expected $1 but was $2"),
          rule("Expecting actual not to be null", "expected a value but was null"),
          rule(
              "Expecting (?:an )?empty(?: Optional)? but was(?: containing value)?: (.+)",
              "must be empty but was $1"),
          rule(
              "Expected size: (\\d+) but was: (\\d+) in:\\s+(.+)",
              "expected a size of $1 but was $2: $3"),
          rule(
              "Expecting message to be:\\s+(.+?)\\s+but was:\\s+(.+?)" + CHECKED,
              "expected the message $1 but was $2"),
          rule(
              "Expecting (?:throwable )?message:\\s+(.+?)\\s+(to [\\w ]+):\\s+(.+?)\\s+but did not\\."
                  + CHECKED,
              "expected the message $2 $3 but was $1"),
          rule(
              "Expecting exception without cause, but cause was: (.+)",
              "expected no cause but was $1"),
          rule(
              "Expecting Optional to contain:\\s+(.+?)\\s+but was empty\\.",
              "must contain $1 but was empty"),
          rule(
              "Expecting actual:\\s+(.+?)\\s+and:\\s+(.+?)\\s+to refer to the same object",
              "must be the same object as $2 but was $1"),
          rule("Expecting (\\S+) (not )?to be (\\w+)", "must $2be $3 but was $1"),
          new Rule(
              pattern(
                  "Expecting [\\w ]+:\\R\\s+(.+?)\\R(not )?to ([^\\n]+?):\\R\\s+([^\\n]+?)\\s*(?:\\R(.+))?"),
              Wording::relation));

  private static final List<Rule> DETAILS =
      List.of(
          rule(
              "but some elements were not found:\\s+(.+?)\\s+and others were not expected:\\s+(.+)",
              "missing: $1\nnot expected: $2"),
          rule(
              "elements not found:\\s+(.+?)\\s+and elements not expected:\\s+(.+)",
              "missing: $1\nnot expected: $2"),
          rule("but (?:some elements were not found|could not find[^:]*):\\s+(.+)", "missing: $1"),
          rule("elements not found:\\s+(.+)", "missing: $1"),
          rule("but [^:]*not expected:\\s+(.+)", "not expected: $1"),
          rule("but [^:]*unexpected:\\s+(.+)", "not expected: $1"),
          rule("but there were differences at these indexes:\\s*(.+)", "$1"),
          rule("but the following map entries had different values:\\s+(.+)", "different: $1"),
          rule(
              "by less than (\\S+) but difference was (.+?)\\.\\s.*",
              "by less than $1; the difference is $2"));

  private Wording() {}

  /// The same in other words; what is not known as AssertJ's or JUnit's stays as it is.
  static String of(String said) {
    String reworded = apply(RULES, said);
    return reworded.startsWith("Expecting ")
        ? "expected " + reworded.substring("Expecting ".length())
        : reworded;
  }

  private static String relation(MatchResult m) {
    String relation =
        "must %s%s %s but was %s"
            .formatted(m.group(2) == null ? "" : "not ", m.group(3), m.group(4), m.group(1));
    return m.group(5) == null ? relation : relation + "\n" + apply(DETAILS, m.group(5).strip());
  }

  private static String apply(List<Rule> rules, String text) {
    for (Rule rule : rules) {
      Matcher matcher = rule.pattern().matcher(text);
      if (matcher.matches()) {
        return rule.words().apply(matcher.toMatchResult());
      }
    }
    return text;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile("(?s)" + regex + "\\s*");
  }

  private static Rule rule(String regex, String words) {
    Pattern pattern = pattern(regex);
    return new Rule(pattern, m -> filled(words, m));
  }

  private static String filled(String words, MatchResult m) {
    return Pattern.compile("\\$(\\d)")
        .matcher(words)
        .replaceAll(group -> {
          String value = m.group(Integer.parseInt(group.group(1)));
          return Matcher.quoteReplacement(value == null ? "" : value);
        });
  }

  /// `java.io.IOException: gone` as `IOException: gone`, without what follows in other lines.
  private static String thrown(String text) {
    String first = text.strip().lines().findFirst().orElse("").replaceFirst("\"$", "");
    int end = first.indexOf(':');
    return end < 0 ? simple(first) : simple(first.substring(0, end)) + first.substring(end);
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
