package workbook.command.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.answers.UserError;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.ExerciseTexts;
import workbook.answers.tree.Topic;

/// A language in which there are notes, and in which the command speaks to a learner.
public enum Language {
  ENGLISH("en", "README.md", "(answer: %s)", "Answer"),
  CHINESE("zh", "README.zh-CN.md", "（答案：%s）", "答案");

  private static final String TITLE = "# ";

  private final String code;
  private final String page;
  private final String answerHint;
  private final String answer;

  Language(String code, String page, String answerHint, String answer) {
    this.code = code;
    this.page = page;
    this.answerHint = answerHint;
    this.answer = answer;
  }

  /// The language that `--lang` names.
  ///
  /// @throws UserError if there are no notes in it
  public static Language of(String code) {
    return Arrays.stream(values())
        .filter(language -> language.code.equals(code))
        .findFirst()
        .orElseThrow(() ->
            new UserError(
                "there are no notes in '%s'. --lang can be %s."
                    .formatted(
                        code,
                        Arrays.stream(values())
                            .map(language -> language.code)
                            .collect(Collectors.joining(" or ")))));
  }

  /// The language of a terminal whose environment is given: Chinese if the locale for messages is,
  /// else English. The first variable that is set decides, in the order that POSIX gives them; the
  /// launcher puts one before them where it has to give Java another locale.
  public static Language preferred(Map<String, String> environment) {
    String locale =
        Stream.of("WORKBOOK_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    return locale.startsWith(CHINESE.code) ? CHINESE : ENGLISH;
  }

  /// One of two texts that say the same.
  public String say(String english, String chinese) {
    return this == CHINESE ? chinese : english;
  }

  /// A message of a part that knows no language; as it is where it has no translation.
  public String told(String message) {
    return this == CHINESE ? Messages.chinese(message) : message;
  }

  /// Title and hints of an exercise; in English where there are none in this language.
  public ExerciseTexts of(Exercise exercise) {
    return this == CHINESE ? exercise.chinese() : exercise.english();
  }

  /// What a topic is about, in one line: in English its description, else the title of its notes.
  public String of(Topic topic) {
    Path notes = topic.folder().resolve(page);
    if (this == ENGLISH || !Files.isRegularFile(notes)) {
      return topic.description();
    }
    try (Stream<String> lines = Files.lines(notes)) {
      return lines
          .filter(line -> line.startsWith(TITLE))
          .map(line -> line.substring(TITLE.length()))
          .findFirst()
          .orElseGet(topic::description);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The name of the file that holds a topic's notes.
  public String page() {
    return page;
  }

  /// What `--lang` is to be.
  String code() {
    return code;
  }

  /// What stands in place of an answer that is not shown.
  ///
  /// @param command shows it
  String answerHint(String command) {
    return answerHint.formatted(command);
  }

  /// What an answer without a summary is called.
  String answer() {
    return answer;
  }
}
