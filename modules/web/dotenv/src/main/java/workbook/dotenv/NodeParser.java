package workbook.dotenv;

import java.util.ArrayList;
import java.util.List;

/// Reads a file as Node does, for `node --env-file` and `util.parseEnv`; Vite 8 reads its files
/// with the latter. Checked against Node 20.20.2.
///
/// Node does not read lines. It looks for the next `=`, and takes all that stands before it for the
/// name: a line without one becomes part of the name that follows.
final class NodeParser {

  private static final String QUOTES = "'\"`";

  private final String file;
  private final String text;
  private final int end;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int at;

  private NodeParser(String file, String text) {
    this.file = file;
    // Every carriage return goes, even one that stands alone.
    this.text = text.replace("\r", "");
    at = afterSpaces(0);
    int last = this.text.length();
    while (last > at && this.text.charAt(last - 1) == ' ') {
      last--;
    }
    end = last;
  }

  static Parsed parse(String file, String text) {
    NodeParser parser = new NodeParser(file, text);
    parser.read();
    return new Parsed(List.copyOf(parser.entries), List.copyOf(parser.problems));
  }

  private void read() {
    while (at < end) {
      if (isSkipped(text.charAt(at)) && lineEnd(at) < end) {
        at = lineEnd(at) + 1;
        continue;
      }
      int equals = find('=', at);
      if (equals == end) {
        if (!isSkipped(text.charAt(at))) {
          problem(at, "there is no '=' on this line, and Node skips it");
        }
        at = lineEnd(at) + 1;
        continue;
      }
      String name = name(equals);
      if (name.isEmpty()) {
        problem(equals, "there is no name before '=', and Node 20 reads no further");
        return;
      }
      at = afterSpaces(equals + 1);
      readValue(name, equals);
    }
  }

  private static boolean isSkipped(char c) {
    return c == '\n' || c == '#';
  }

  private String name(int equals) {
    String name = trimmed(text.substring(at, equals));
    name = name.startsWith("export ") ? name.substring("export ".length()) : name;
    if (!name.isEmpty() && !name.matches("[A-Za-z0-9_.-]+")) {
      problem(at, badName(name));
    }
    return name;
  }

  private static String badName(String name) {
    if (name.contains("\n")) {
      return "there is no '=' on this line, and Node 20 makes it part of the next name";
    }
    if (name.startsWith("#")) {
      return "no line end follows this comment, and Node 20 takes it for a variable";
    }
    return name.startsWith("\uFEFF")
        ? "the file begins with a byte order mark, and Node 20 makes it part of the name"
        : "'%s' is no name: a name is letters, digits and _".formatted(name);
  }

  private void readValue(String name, int equals) {
    if (at >= end) {
      add(name, "", equals);
    } else if (QUOTES.indexOf(text.charAt(at)) >= 0) {
      readQuoted(name, equals);
    } else {
      int lineEnd = lineEnd(at);
      add(name, trimmed(text.substring(at, Math.min(find('#', at), lineEnd))), equals);
      at = lineEnd + 1;
    }
  }

  private void readQuoted(String name, int equals) {
    char quote = text.charAt(at);
    int closing = find(quote, at + 1);
    if (closing == end) {
      problem(at, "the quote %c is not closed".formatted(quote));
      if (lineEnd(at) < end) {
        add(name, text.substring(at, lineEnd(at)), equals);
        at = lineEnd(at) + 1;
      }
      // On the last line there is no value, and what stands there is read again as a name.
      return;
    }
    String value = text.substring(at + 1, closing);
    add(name, quote == '"' ? value.replace("\\n", "\n") : value, equals);
    int lineEnd = lineEnd(closing + 1);
    if (!text.substring(closing + 1, lineEnd).matches("[ \t]*(#.*)?")) {
      problem(closing, "Node drops what follows the closing quote %c".formatted(quote));
    }
    at = lineEnd + 1;
  }

  private void add(String name, String value, int equals) {
    entries.add(new Entry(name, value, place(equals)));
  }

  private void problem(int index, String message) {
    problems.add(new Problem(place(index), message));
  }

  private Place place(int index) {
    return new Place(
        file, 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count());
  }

  /// @return where it is, or the end
  private int find(char c, int from) {
    int found = text.indexOf(c, from);
    return found < 0 || found > end ? end : found;
  }

  private int lineEnd(int from) {
    return find('\n', from);
  }

  private int afterSpaces(int from) {
    int index = from;
    while (index < text.length() && text.charAt(index) == ' ') {
      index++;
    }
    return index;
  }

  /// Without the blanks around it. Node leaves tabs.
  private static String trimmed(String text) {
    return text.replaceAll("^ +| +\\z", "");
  }
}
