package workbook.answers.check;

import com.github.difflib.patch.PatchFailedException;
import com.github.difflib.unifieddiff.UnifiedDiff;
import com.github.difflib.unifieddiff.UnifiedDiffFile;
import com.github.difflib.unifieddiff.UnifiedDiffReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import workbook.answers.tree.Exercise;

/// A wrong answer that learners really give, and the message that must tell them so.
///
/// It stands in `src/wrong/<number>/<name>.diff`, as what it changes in the worked answer; where
/// that would be most of it, as the whole file `<name>.java`. Both begin with what the learner
/// sees.
///
/// @param name the exercise's number and the name of the file, `1/off-by-one`
/// @param files its sources, written out below the topic's `target`
/// @param message what the learner must be told, with runs of white space as one blank
public record WrongAnswer(Exercise exercise, String name, List<Path> files, String message) {

  private static final Pattern MESSAGE =
      Pattern.compile("\\A(?:/// )?The learner sees: `([^`]+)`$", Pattern.MULTILINE);
  private static final Pattern WRAPPED = Pattern.compile("\\s*\\R(?:/// )?");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern SUFFIX = Pattern.compile("\\.(diff|java)$");
  private static final String SOLUTIONS = "src/solution/java/";

  /// The wrong answers to an exercise.
  ///
  /// @throws IllegalStateException if one does not say what the learner sees, or does not fit the
  ///   worked answer any more
  public static List<WrongAnswer> to(Exercise exercise) {
    Path folder =
        exercise.topic().folder().resolve("src/wrong").resolve(Integer.toString(exercise.number()));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> SUFFIX.matcher(file.getFileName().toString()).find())
          .sorted()
          .map(file -> read(exercise, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WrongAnswer read(Exercise exercise, Path file) {
    String name =
        exercise.number() + "/" + SUFFIX.matcher(file.getFileName().toString()).replaceFirst("");
    Path output = exercise.topic().folder().resolve("target/workbook/wrong").resolve(name);
    try {
      String text = Files.readString(file);
      Matcher message = MESSAGE.matcher(text);
      if (!message.find()) {
        throw new IllegalStateException(
            file + " does not begin with what the learner sees: The learner sees: `…`");
      }
      List<Path> sources =
          file.toString().endsWith(".diff")
              ? patched(exercise, text, output)
              : List.of(write(output.resolve(exercise.file().getFileName()), text));
      return new WrongAnswer(
          exercise, name, sources, WRAPPED.matcher(message.group(1)).replaceAll(" "));
    } catch (PatchFailedException e) {
      throw new IllegalStateException(
          "%s does not fit the worked answer any more: %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> patched(Exercise exercise, String diff, Path output)
      throws IOException, PatchFailedException {
    UnifiedDiff changes =
        UnifiedDiffReader.parseUnifiedDiff(
            new ByteArrayInputStream(diff.getBytes(StandardCharsets.UTF_8)));
    List<Path> files = new ArrayList<>();
    for (UnifiedDiffFile change : changes.getFiles()) {
      Path worked = exercise.topic().folder().resolve(change.getFromFile());
      List<String> lines =
          Files.exists(worked) ? Files.readString(worked).lines().toList() : List.of();
      String source = String.join("\n", change.getPatch().applyFuzzy(lines, 0)) + "\n";
      String path = change.getToFile().substring(SOLUTIONS.length());
      files.add(write(output.resolve(path), source));
    }
    return files;
  }

  /// Leaves a file that is right already as it is, so that nothing counts as changed.
  private static Path write(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    return file;
  }

  /// Whether the learner is told so.
  public boolean isRejectedBy(Verdict verdict) {
    return verdict.failures().stream()
        .map(failure -> SPACE.matcher(failure.explanation()).replaceAll(" "))
        .anyMatch(told -> told.contains(message));
  }
}
