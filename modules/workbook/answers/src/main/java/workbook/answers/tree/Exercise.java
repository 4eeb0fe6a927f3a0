package workbook.answers.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workbook.answers.UserError;

/// An exercise of a topic. What it asks for stands on its test class, which the learner does not
/// open: whatever happens to the learner's file, the exercise is there.
///
/// @param id `<topic>/<number>`
/// @param className the binary name of the class that the learner writes
/// @param english its title and hints
/// @param chinese the same; those in English where there are none
public record Exercise(
    Topic topic, String id, String className, ExerciseTexts english, ExerciseTexts chinese) {

  private static final String TEST = "Test.java";
  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

  /// A topic's exercises, by number.
  public static List<Exercise> of(Topic topic) {
    return Topic.javaFiles(topic.folder().resolve("src/test/java"))
        .filter(file -> file.getFileName().toString().endsWith(TEST))
        .flatMap(file -> read(topic, file).stream())
        .sorted(Comparator.comparingInt(Exercise::number))
        .toList();
  }

  /// The exercise of an id.
  ///
  /// @throws UserError if there is none, with those that there are
  public static Exercise named(Tree tree, String id) {
    Topic topic = tree.topic(id.contains("/") ? id.substring(0, id.indexOf('/')) : id);
    List<Exercise> exercises = of(topic);
    return exercises.stream()
        .filter(exercise -> exercise.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new UserError(
                id.contains("/")
                    ? "%s has no exercise '%s'. It has %s"
                        .formatted(topic.name(), id, ids(exercises))
                    : "'%s' is a topic. It has the exercises %s".formatted(id, ids(exercises))));
  }

  private static String ids(List<Exercise> exercises) {
    return switch (exercises.size()) {
      case 0 -> "none";
      case 1 -> exercises.getFirst().id();
      default -> exercises.getFirst().id() + " to " + exercises.getLast().id();
    };
  }

  /// The number behind the topic's name in the id.
  public int number() {
    return Integer.parseInt(id.substring(id.indexOf('/') + 1));
  }

  public String title() {
    return english.title();
  }

  /// Three hints, from a nudge to nearly the answer.
  public List<String> hints() {
    return english.hints();
  }

  /// The learner's file. It may be gone.
  public Path file() {
    return source("src/exercise/java", className);
  }

  /// The worked answer.
  public Path solution() {
    return source("src/solution/java", className);
  }

  /// The class that tests the exercise.
  public String testClass() {
    return testClass(className);
  }

  public static String testClass(String className) {
    return className + "Test";
  }

  /// The file of the class that tests the exercise.
  public Path testFile() {
    return source("src/test/java", testClass());
  }

  /// Whether the learner's file still holds the marker of what is not written.
  public boolean isOpen() {
    return isOpen(Files.isRegularFile(file()) ? text(file()) : "", id);
  }

  /// Whether a text is the stub of an exercise, or what of it is left to write.
  public static boolean isOpen(String text, String id) {
    return Pattern.compile("\\btodo\\(\\s*\"" + Pattern.quote(id) + "\"").matcher(text).find();
  }

  private Path source(String folder, String name) {
    return topic.folder().resolve(folder).resolve(name.replace('.', '/') + ".java");
  }

  private static Optional<Exercise> read(Topic topic, Path test) {
    String text = text(test);
    return ExerciseAnnotation.in(text)
        .map(annotation -> {
          Matcher named = PACKAGE.matcher(text);
          String packageName = named.find() ? named.group(1) + "." : "";
          String simpleName = test.getFileName().toString().replace(TEST, "");
          ExerciseTexts english = annotation.texts("");
          ExerciseTexts chinese = annotation.texts("chinese.");
          return new Exercise(
              topic,
              annotation.text("id"),
              packageName + simpleName,
              english,
              chinese.title().isEmpty() ? english : chinese);
        });
  }

  private static String text(Path file) {
    try {
      // A learner's editor may write any bytes.
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
