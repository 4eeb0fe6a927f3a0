package workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

@Tag("solutions")
@DisplayName("The regular expressions of this workbook")
class RepositoryPatternsTest {

  /// A closing parenthesis with a star, a plus or `{n,}` behind it, and no plus behind that; within
  /// quotes, or in a text block. What Java calculates has a blank before its operator.
  private static final Pattern GREEDY_GROUP =
      Pattern.compile("(?:\".*|[\\\\\\[|].*)\\)(?:[*+]|\\{\\d+,})(?![+])");

  /// Java's engine takes a frame of the stack for each turn of such a loop, so that a text of a few
  /// thousand characters ends in a StackOverflowError; and where a loop may part its text in
  /// several ways it tries all of them. A possessive loop, `(…)*+`, does neither.
  @Test
  @DisplayName("repeat no group without bound, unless the loop is possessive")
  void possessive() throws IOException {
    Path modules = Tree.around(Path.of("")).root().resolve("modules");
    List<String> greedy =
        Topic.javaFiles(modules)
            .filter(RepositoryPatternsTest::isMain)
            .flatMap(RepositoryPatternsTest::greedyGroups)
            .toList();
    assertThat(greedy).isEmpty();
    assertThat(GREEDY_GROUP.matcher("\"'(?:[^']|'')*'\"").find()).isTrue();
  }

  private static boolean isMain(Path file) {
    String path = file.toString();
    return !path.contains("/target/") && !path.contains("/src/test/");
  }

  private static Stream<String> greedyGroups(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.strip().startsWith("//"))
          .filter(line -> GREEDY_GROUP.matcher(line).find())
          .map(line -> file.getFileName() + ": " + line.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
