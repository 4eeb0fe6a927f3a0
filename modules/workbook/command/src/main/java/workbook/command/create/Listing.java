package workbook.command.create;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import workbook.answers.UserError;

/// A file of the workbook's own folder in which each topic has one line: after those of its shelf
/// that come before it by name; on a new shelf, last.
///
/// @param topic a line of a topic: shelf and name are its groups 1 and 2
/// @param anchor the line that the first topic of all would follow
record Listing(Pattern topic, Pattern anchor) {

  static final Listing MODULES =
      new Listing(
          line("<module>modules/(?!workbook/)([^/<]+)/([^/<]+)</module>"),
          Pattern.compile(
              "[ \\t]*<module>modules/workbook/[^<]+</module>"
                  + "(?=\\s*(?:<!--.*?-->\\s*)?<module>modules/workbook/command</module>)",
              Pattern.DOTALL));

  static final Listing ROWS =
      new Listing(
          line("\\|.*\\]\\(modules/([^/)]+)/([^/)]+)/README(?:\\.zh-CN)?\\.md\\).*\\|"),
          line("\\|(?: *:?-+:? *\\|)+"));

  private static Pattern line(String content) {
    return Pattern.compile("^[ \\t]*" + content + "[ \\t]*$", Pattern.MULTILINE);
  }

  /// The text with one more line.
  ///
  /// @param file what the text is of, for the message
  /// @param line the line, without indentation
  /// @throws UserError if there is no place for it
  String with(TopicName name, String line, String file, String text) {
    List<MatchResult> topics = topic.matcher(text).results().toList();
    List<MatchResult> shelf =
        topics.stream().filter(match -> match.group(1).equals(name.shelf())).toList();
    Optional<MatchResult> next =
        shelf.stream().filter(match -> match.group(2).compareTo(name.topic()) > 0).findFirst();
    if (next.isPresent()) {
      String indent = indent(next.get());
      return inserted(text, next.get().start(), indent + line + end(text));
    }
    MatchResult last =
        !shelf.isEmpty()
            ? shelf.getLast()
            : !topics.isEmpty() ? topics.getLast() : anchorIn(text, file);
    return inserted(text, last.end(), end(text) + indent(last) + line);
  }

  private MatchResult anchorIn(String text, String file) {
    return anchor
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(
            () -> new UserError("%s has no line that a new topic could follow".formatted(file)));
  }

  private static String indent(MatchResult match) {
    return match
        .group()
        .substring(0, match.group().length() - match.group().stripLeading().length());
  }

  /// The line ends of the file: Git may have made those of Windows.
  private static String end(String text) {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  private static String inserted(String text, int at, String addition) {
    return text.substring(0, at) + addition + text.substring(at);
  }
}
