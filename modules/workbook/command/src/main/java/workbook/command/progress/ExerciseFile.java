package workbook.command.progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workbook.command.UserError;
import workbook.command.check.Stub;
import workbook.command.tree.Topic;
import workbook.command.tree.Tree;

/// An exercise, as far as a glance at its text tells. The compiler, which tells all, takes longer
/// to start than `./workbook` may take to answer.
///
/// @param id `<topic>/<number>`
/// @param path the learner's file, below `src/exercise/java`; it may be gone
/// @param open whether the learner's file still holds the marker of what is not written
public record ExerciseFile(Topic topic, String id, String title, Path path, boolean open) {

  private static final Pattern ID = Pattern.compile("\\bid\\s*=\\s*\"([a-z0-9-]+/\\d+)\"");
  private static final Pattern TITLE =
      Pattern.compile("\\btitle\\s*=\\s*\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

  /// A topic's exercises, by number. They are read off the worked answers too: what a learner does
  /// to a file of theirs takes no exercise away.
  public static List<ExerciseFile> of(Topic topic) {
    Map<Integer, ExerciseFile> exercises = new TreeMap<>();
    for (String folder : List.of("src/exercise/java", "src/solution/java")) {
      Path sources = topic.folder().resolve(folder);
      Topic.javaFiles(sources)
          .flatMap(file -> read(topic, file, sources.relativize(file)).stream())
          .forEach(exercise -> exercises.putIfAbsent(exercise.number(), exercise));
    }
    return List.copyOf(exercises.values());
  }

  /// The exercise of a stub.
  public static ExerciseFile of(Stub stub) {
    Path path = stub.topic().folder().resolve("src/exercise/java").relativize(stub.file());
    boolean open = isOpen(text(stub.file()), stub.id());
    return new ExerciseFile(stub.topic(), stub.id(), stub.title(), path, open);
  }

  /// The exercise of an id.
  ///
  /// @throws UserError if there is none, with the nearest id
  public static ExerciseFile named(Tree tree, String id) {
    Topic topic = tree.topic(id.contains("/") ? id.substring(0, id.indexOf('/')) : id);
    List<ExerciseFile> exercises = of(topic);
    return exercises.stream()
        .filter(exercise -> exercise.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new UserError(
                "%s has no exercise '%s'. %s"
                    .formatted(
                        topic.name(),
                        id,
                        Tree.nearest(id, exercises.stream().map(ExerciseFile::id).toList()))));
  }

  public int number() {
    return Integer.parseInt(id.substring(id.indexOf('/') + 1));
  }

  /// The learner's file.
  public Path file() {
    return topic.folder().resolve("src/exercise/java").resolve(path);
  }

  /// The worked answer.
  public Path solution() {
    return topic.folder().resolve("src/solution/java").resolve(path);
  }

  /// The stub in the learner's file, as the compiler reads it.
  ///
  /// @throws UserError if the learner's file is gone, or is no longer that of the exercise
  public Stub stub() {
    return Stub.in(topic, file()).stream()
        .filter(stub -> stub.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new UserError(
                "there is no @Exercise(id = \"%1$s\", …) in %2$s any more. ./workbook reset %1$s brings the stub back"
                    .formatted(id, file().getFileName())));
  }

  /// Whether a text is the stub of an exercise, or what of it is left to write.
  static boolean isOpen(String text, String id) {
    return Pattern.compile("\\btodo\\(\\s*\"" + Pattern.quote(id) + "\"").matcher(text).find();
  }

  private static Optional<ExerciseFile> read(Topic topic, Path file, Path path) {
    String text = text(file);
    Matcher id = ID.matcher(text);
    if (!id.find() || !id.group(1).startsWith(topic.name() + "/")) {
      return Optional.empty();
    }
    Matcher title = TITLE.matcher(text);
    return Optional.of(
        new ExerciseFile(
            topic,
            id.group(1),
            title.find() ? title.group(1).translateEscapes() : "",
            path,
            isOpen(text, id.group(1))));
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
