package workbook.command.create;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import workbook.answers.UserError;

/// A name that a topic can have, and its shelf.
public record TopicName(String shelf, String topic) {

  /// The longest that leaves the lines of the template within 100 columns.
  static final int LONGEST = 30;

  /// Words of letters and digits with hyphens between them. A word of one letter, unless it is the
  /// last, would melt into the next one in a class name: `a-star` is `AStar`, and that is `astar`.
  private static final Pattern TOPIC = Pattern.compile("(?:[a-z][a-z0-9]++-)*+[a-z][a-z0-9]*");

  private static final Pattern SHELF = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]++)*+");

  /// Reads `SHELF/TOPIC`.
  ///
  /// @throws UserError if no topic can be called so, with the reason
  public static TopicName parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 2) {
      throw new UserError(
          "a new topic is named SHELF/TOPIC, for instance algorithms/two-pointers, not '%s'"
              .formatted(text));
    }
    TopicName name = new TopicName(parts[0], parts[1]);
    if (!SHELF.matcher(name.shelf).matches()) {
      throw unfit("shelf", name.shelf, "lower-case words with hyphens between them, as in");
    }
    if (!TOPIC.matcher(name.topic).matches()) {
      throw unfit(
          "topic",
          name.topic,
          "lower-case words that begin with a letter and have two or more, the last one or more,"
              + " with hyphens between them, as in");
    }
    name.refuseWhatIsNoJava();
    return name;
  }

  private static UserError unfit(String what, String name, String rule) {
    return new UserError(
        "'%s' is no name of a %s: it takes %s %s"
            .formatted(
                name, what, rule, what.equals("shelf") ? "language-models" : "two-pointers"));
  }

  private static void refuseWhatIsTooLong(String what, String name) {
    if (name.length() > LONGEST) {
      throw new UserError(
          "'%s…' is too long for a %s: %d characters, and %d are the most"
              .formatted(name.substring(0, LONGEST), what, name.length(), LONGEST));
    }
  }

  private void refuseWhatIsNoJava() {
    refuseWhatIsTooLong("shelf", shelf);
    refuseWhatIsTooLong("topic", topic);
    if (SourceVersion.isKeyword(joined())) {
      throw new UserError(
          "no topic can be called '%s': its package would be %s, and '%s' is a word of Java's own"
              .formatted(topic, packageName(), joined()));
    }
    if (Object.class.getResource(className() + ".class") != null) {
      throw new UserError(
          "no topic can be called '%s': its class would hide java.lang.%s"
              .formatted(topic, className()));
    }
  }

  /// The topic's name in one word, as its package has it.
  String joined() {
    return topic.replace("-", "");
  }

  String packageName() {
    return "workbook." + joined();
  }

  /// The name of the topic's own class: `two-pointers` is `TwoPointers`.
  String className() {
    return Arrays.stream(topic.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /// A name as a heading has it: `Two pointers`.
  static String title(String name) {
    String words = name.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /// Where the topic is, from the workbook's folder.
  public String folder() {
    return shelfFolder() + "/" + topic;
  }

  /// Where its shelf is.
  public String shelfFolder() {
    return "modules/" + shelf;
  }
}
