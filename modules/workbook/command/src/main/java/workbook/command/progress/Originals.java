package workbook.command.progress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workbook.answers.UserError;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Tree;

/// The stubs of exercises as they were given, however far the learner's own files have gone.
///
/// In a clone, git has them. `HEAD` is no help once learners have committed their answers; but they
/// have no reason to touch the worked answer or the tests, so the last commit that did is not
/// theirs, and the stub stands in it as it was given along with these. Where there is no clone, as
/// after a download, a copy of each stub is kept when it is first seen untouched.
public final class Originals {

  private final Tree tree;
  private final Path kept;

  public Originals(Tree tree) {
    this.tree = tree;
    this.kept = tree.root().resolve(".workbook/stubs");
  }

  /// The stub as it was given.
  ///
  /// @throws UserError if that is not known
  public String of(Exercise exercise) {
    return inGit(exercise)
        .or(() -> inKept(exercise))
        .orElseThrow(() ->
            new UserError(
                "the stub of %s as it was given is not known: neither git nor .workbook/stubs has it. Download this workbook again, and take %s from there"
                    .formatted(exercise.id(), tree.root().relativize(exercise.file()))));
  }

  /// Keeps copies of what is still as it was given, where git does not.
  public void keep(List<Exercise> exercises) {
    if (Files.exists(tree.root().resolve(".git"))) {
      return;
    }
    for (Exercise exercise : exercises) {
      Path copy = copyOf(exercise);
      if (exercise.isOpen() && !Files.exists(copy)) {
        try {
          Files.createDirectories(copy.getParent());
          Path next = copy.resolveSibling(copy.getFileName() + ".next");
          Files.copy(exercise.file(), next, StandardCopyOption.REPLACE_EXISTING);
          Files.move(next, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException _) {
          // On a disk that is read-only nothing will have to be reset either.
          return;
        }
      }
    }
  }

  private Optional<String> inKept(Exercise exercise) {
    try {
      Path copy = copyOf(exercise);
      return Files.exists(copy) ? Optional.of(Files.readString(copy)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path copyOf(Exercise exercise) {
    return kept.resolve(exercise.id() + ".java");
  }

  private Optional<String> inGit(Exercise exercise) {
    Path topic = exercise.topic().folder();
    String solution = topic.relativize(exercise.solution()).toString();
    String test = topic.relativize(exercise.testFile()).toString();
    String stub = "./" + topic.relativize(exercise.file()).toString().replace('\\', '/');
    return git(topic, "log", "--format=%H", "--", solution, test)
        .lines()
        .map(commit -> git(topic, "show", commit + ":" + stub))
        .filter(text -> Exercise.isOpen(text, exercise.id()))
        .findFirst();
  }

  /// What git prints; nothing if it fails, or is not installed.
  private static String git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "--no-pager"));
    command.addAll(List.of(arguments));
    ProcessBuilder git =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    try (InputStream output = git.start().getInputStream()) {
      return new String(output.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }
}
