package workbook.command.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The messages of the parts that know no language, in Chinese. The catalogue has two lines for
/// each: the English one, and the Chinese one under it, with `{0}`, `{1}`, … for what differs.
final class Messages {

  private static final String CATALOGUE = "messages.zh.txt";

  private static final Pattern VALUE = Pattern.compile("\\{(\\d)}");

  private record Entry(Pattern english, String chinese) {

    static Entry of(String english, String chinese) {
      StringBuilder pattern = new StringBuilder("(?s)");
      int end = 0;
      for (MatchResult value : VALUE.matcher(english).results().toList()) {
        pattern.append(Pattern.quote(english.substring(end, value.start())));
        pattern.append("(?<v").append(value.group(1)).append(">.*?)");
        end = value.end();
      }
      pattern.append(Pattern.quote(english.substring(end)));
      return new Entry(Pattern.compile(pattern.toString()), chinese);
    }
  }

  private static final List<Entry> ENTRIES = read();

  private Messages() {}

  private static List<Entry> read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Messages.class.getResourceAsStream(CATALOGUE), StandardCharsets.UTF_8))) {
      List<String> lines = in.lines().filter(line -> !line.isBlank()).toList();
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < lines.size(); i += 2) {
        entries.add(Entry.of(lines.get(i), lines.get(i + 1)));
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A message in Chinese, line by line. A line that the catalogue lacks stays as it is, and so
  /// does a place or what a test says of its own, before a colon.
  static String chinese(String message) {
    return message.lines().map(Messages::line).collect(Collectors.joining("\n"));
  }

  private static String line(String line) {
    for (Entry entry : ENTRIES) {
      Matcher whole = entry.english.matcher(line);
      if (whole.matches()) {
        return filled(entry.chinese, whole);
      }
    }
    int colon = line.indexOf(": ");
    if (colon < 0) {
      return line;
    }
    String rest = line.substring(colon + 2);
    return line.substring(0, colon + 2) + line(rest);
  }

  private static String filled(String chinese, Matcher found) {
    return VALUE
        .matcher(chinese)
        .replaceAll(value -> Matcher.quoteReplacement(found.group("v" + value.group(1))));
  }
}
