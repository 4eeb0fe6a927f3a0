package workbook.command.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import workbook.command.tree.Topic;

/// A wrong answer that learners really give, and the message that must tell them so.
///
/// @param name the name of its folder, `1/off-by-one`
/// @param message what a failing test must say, with runs of white space as one blank
public record WrongAnswer(Stub stub, String name, List<Path> files, String message) {

  private static final Pattern MESSAGE =
      Pattern.compile("^/// The learner sees: `([^`]+)`$", Pattern.MULTILINE);
  private static final Pattern WRAPPED = Pattern.compile("\\s*\\R/// ");

  /// The wrong answers to an exercise, in `src/wrong/java/<number>/<name>/`.
  public static List<WrongAnswer> to(Stub stub) {
    Path folder =
        stub.topic().folder().resolve("src/wrong/java").resolve(Integer.toString(stub.number()));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> names = Files.list(folder)) {
      return names.filter(Files::isDirectory).sorted().map(name -> read(stub, name)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WrongAnswer read(Stub stub, Path folder) {
    List<Path> files = Topic.javaFiles(folder).toList();
    String simpleName = stub.className().substring(stub.className().lastIndexOf('.') + 1);
    Path file = folder.resolve(simpleName + ".java");
    try {
      Matcher matcher = MESSAGE.matcher(Files.readString(file));
      if (!matcher.find()) {
        throw new IllegalStateException(
            file + " does not say what the learner sees: /// The learner sees: `…`");
      }
      String message = WRAPPED.matcher(matcher.group(1)).replaceAll(" ");
      return new WrongAnswer(stub, stub.number() + "/" + folder.getFileName(), files, message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether a failing test says what the learner must see.
  public boolean isRejectedBy(Verdict verdict) {
    return verdict.failures().stream().anyMatch(failure -> failure.message().contains(message));
  }
}
