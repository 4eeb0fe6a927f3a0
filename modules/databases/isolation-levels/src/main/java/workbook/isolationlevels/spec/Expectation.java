package workbook.isolationlevels.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workbook.isolationlevels.spec.Token.Kind;

/// What a specification says must come of all its interleavings, in a line `#! expect …`: `expect
/// no anomaly at repeatable-read, serializable on mysql`, or `expect anomaly lost-update at
/// read-committed`.
///
/// @param occurs whether an anomaly must occur, or must not
/// @param kind which; if none is named, any
/// @param levels where
/// @param engines on which engines; if none is named, on all
public record Expectation(
    Place place, boolean occurs, Optional<String> kind, List<String> levels, List<String> engines) {

  private static final String LIST = "[\\w-]++(?:\\s*+,\\s*+[\\w-]++)*+";
  private static final Pattern EXPECT =
      Pattern.compile(
          "expect\\s+(?<no>no\\s+)?anomaly(?:\\s+(?<kind>(?!at\\b)[\\w-]+))?\\s+at\\s+(?<levels>"
              + LIST
              + ")(?:\\s+on\\s+(?<engines>"
              + LIST
              + "))?");

  private static final Pattern UNHEARD = Pattern.compile("(?m)^[ \t]*#![ \t]*expect\\b");

  /// Where it stands.
  public record Place(String file, int line, int column) {

    /// What is wrong there.
    public SpecException refused(String message) {
      return new SpecException(file, line, column, message);
    }
  }

  /// All that a text says, in its order.
  ///
  /// @param file its name, for messages
  /// @throws SpecException if one cannot be read
  public static List<Expectation> of(String file, String text) {
    List<Expectation> expectations = new ArrayList<>();
    Matcher unheard = UNHEARD.matcher(text);
    if (!text.startsWith("#! isolation-levels") && unheard.find()) {
      int line = 1 + (int) text.substring(0, unheard.end()).chars().filter(c -> c == '\n').count();
      throw new SpecException(
          file, line, 1, "'#! expect' needs '#! isolation-levels' as the first line of the file");
    }
    for (Token token : new Scanner(file, text).scan()) {
      if (isOne(token)) {
        expectations.add(of(file, token));
      }
    }
    return expectations;
  }

  static boolean isOne(Token token) {
    return token.kind() == Kind.ADDITION && token.text().matches("expect\\b.*");
  }

  private static Expectation of(String file, Token token) {
    Place place = new Place(file, token.line(), token.column());
    Matcher expect = EXPECT.matcher(token.text());
    if (!expect.matches()) {
      throw place.refused(
          "expected '#! expect no anomaly at repeatable-read on mysql', or '#! expect anomaly lost-update at read-committed'; found '#! %s'"
              .formatted(token.text()));
    }
    return new Expectation(
        place,
        expect.group("no") == null,
        Optional.ofNullable(expect.group("kind")),
        list(expect.group("levels")),
        list(expect.group("engines")));
  }

  private static List<String> list(String text) {
    return text == null ? List.of() : List.of(text.split("\\s*,\\s*"));
  }
}
