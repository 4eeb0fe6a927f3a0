package workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import workbook.command.tree.Topic;
import workbook.command.tree.Tree;

/// The workbook that this build is of.
public final class Repository {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private Repository() {}

  /// The tree, once the build has written the class paths of all topics. This module is the last of
  /// the reactor; but with `mvn -T` others may still be under way.
  public static Tree tree() throws InterruptedException {
    Tree tree = Tree.around(Path.of(""));
    if (!System.getProperty("maven.threads", "T1").equals("T1")) {
      Instant deadline = Instant.now().plus(LIMIT);
      for (Topic topic : tree.topics()) {
        Path classPath = topic.folder().resolve("target/class-path/test");
        while (!Files.exists(classPath)) {
          assertThat(Instant.now())
              .as("%s, which its own build has to write", classPath)
              .isBefore(deadline);
          Thread.sleep(50);
        }
      }
    }
    return tree;
  }
}
