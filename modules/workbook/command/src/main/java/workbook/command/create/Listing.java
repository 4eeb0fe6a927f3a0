package workbook.command.create;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import workbook.answers.UserError;

/// A file in which each topic, or each shelf, has one line, in the order in which they are read. A
/// new topic comes last on its shelf, and a new shelf last of all.
///
/// @param entry such a line; its group 1 is the shelf
/// @param heading the line that the first of all would follow
record Listing(Pattern entry, Optional<Pattern> heading) {

  /// The modules that a pom lists: shelves in the root's, topics in that of a shelf.
  static final Listing MODULES =
      new Listing(line("<module>(?:modules/)?([^<]+)</module>"), Optional.empty());

  /// The rows of the tables of topics.
  static final Listing ROWS =
      new Listing(
          line("\\|.*\\]\\(modules/([^/)]+)/[^/)]+/README(?:\\.zh-CN)?\\.md\\).*\\|"),
          Optional.of(line("\\|(?: *+:?-++:? *+\\|)++")));

  private static Pattern line(String content) {
    return Pattern.compile("^[ \\t]*" + content + "[ \\t]*$", Pattern.MULTILINE);
  }

  /// The text with one more line.
  ///
  /// @param file what the text is of, for the message
  /// @param line the line, without indentation
  /// @throws UserError if there is no place for it
  String with(String shelf, String line, String file, String text) {
    List<MatchResult> entries = entry.matcher(text).results().toList();
    MatchResult last =
        entries.stream()
            .filter(match -> match.group(1).equals(shelf))
            .reduce((_, later) -> later)
            .or(() -> entries.stream().reduce((_, later) -> later))
            .or(() ->
                heading.stream().flatMap(pattern -> pattern.matcher(text).results()).findFirst())
            .orElseThrow(
                () -> new UserError("%s has no line that a new one could follow".formatted(file)));
    // The line ends of the file: Git may have made those of Windows.
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    String inserted = end + indent(last.group()) + line;
    return text.substring(0, last.end()) + inserted + text.substring(last.end());
  }

  private static String indent(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }
}
