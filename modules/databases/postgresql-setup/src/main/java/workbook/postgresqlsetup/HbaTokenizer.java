package workbook.postgresqlsetup;

import java.util.ArrayList;
import java.util.List;

/// Cuts a line of `pg_hba.conf` into fields, and each field into words. Blanks end a field, a comma
/// goes on with it, `#` ends the line; a quote can begin anywhere in a word, and `""` within quotes
/// is one quote. Follows `next_token` and `next_field_expand` of PostgreSQL's `hba.c`.
final class HbaTokenizer {

  private final String line;
  private int at;
  private boolean commaFollows;

  /// @param line a whole one: the lines that a backslash goes on with are joined
  HbaTokenizer(String line) {
    this.line = line;
  }

  /// What `@file` stands for.
  interface Included {

    /// The words in a file.
    ///
    /// @throws HbaError if it cannot be read
    List<HbaToken> words(String file) throws HbaError;
  }

  /// The words of the next field; none at the end of the line.
  ///
  /// @throws HbaError if a file that it names cannot be read
  List<HbaToken> field(Included included) throws HbaError {
    List<HbaToken> words = new ArrayList<>();
    do {
      HbaToken word = next();
      if (word == null) {
        break;
      }
      if (!word.quoted() && word.text().length() > 1 && word.text().startsWith("@")) {
        words.addAll(included.words(word.rest()));
      } else {
        words.add(word);
      }
    } while (commaFollows);
    return words;
  }

  boolean atEnd() {
    return at >= line.length();
  }

  /// The next word, or null if there is none.
  private HbaToken next() {
    commaFollows = false;
    while (!atEnd() && (isBlank(line.charAt(at)) || line.charAt(at) == ',')) {
      at++;
    }
    StringBuilder word = new StringBuilder();
    boolean inQuotes = false;
    boolean anyQuotes = false;
    boolean beginsQuoted = false;
    boolean wasQuote = false;
    for (; !atEnd(); at++) {
      char c = line.charAt(at);
      if (!inQuotes && isBlank(c)) {
        break;
      }
      if (!inQuotes && c == '#') {
        at = line.length();
        break;
      }
      if (!inQuotes && c == ',') {
        commaFollows = true;
        break;
      }
      if (c != '"' || wasQuote) {
        word.append(c);
      }
      wasQuote = inQuotes && c == '"' && !wasQuote;
      if (c == '"') {
        inQuotes = !inQuotes;
        anyQuotes = true;
        beginsQuoted |= word.isEmpty();
      }
    }
    return anyQuotes || !word.isEmpty() ? new HbaToken(word.toString(), beginsQuoted) : null;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\u000b' || c == '\f';
  }
}
