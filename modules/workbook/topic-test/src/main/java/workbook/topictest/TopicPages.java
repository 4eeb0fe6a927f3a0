package workbook.topictest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.answers.build.Classes;
import workbook.answers.pages.Examples;
import workbook.answers.pages.KeptOutputs;
import workbook.answers.pages.Notes;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// That a topic's pages say what is so, in both languages. To be inherited in a line:
///
/// ```java
/// class PagesTest extends TopicPages {}
/// ```
///
/// A block that is `console slow` is run with the worked answers, and by `-Dnotes=update`, which
/// rewrites the blocks that have drifted.
@DisplayName("The pages of this topic")
public abstract class TopicPages {

  @Test
  @DisplayName("say what is so, in both languages")
  void check() {
    check(isUpdate());
  }

  @Test
  @Tag("solutions")
  @DisplayName("say what is so where that takes a while")
  void slow() {
    check(true);
  }

  private static boolean isUpdate() {
    return System.getProperty("notes", "").equals("update");
  }

  private static void check(boolean slow) {
    Tree tree = Tree.around(Path.of(""));
    Topic topic = new Topic(Path.of("").toAbsolutePath());
    Set<String> engines = Set.of(System.getProperty("engines", "").split(","));
    Classes classes = Classes.ofMaven(tree);
    List<Path> classPath = classes.runtimeClassPath(topic.folder());
    try (ThisProcess process = new ThisProcess(tree, classPath)) {
      Examples examples =
          new KeptOutputs(
              process,
              topic.folder().resolve("target/workbook/outputs"),
              classPath,
              String.join(" ", topic.jvmOptions()));
      Notes notes = new Notes(tree, classes, Notes.below(topic.folder()), engines, slow, examples);
      if (isUpdate()) {
        notes
            .update()
            .forEach(page -> System.out.println("updated " + tree.root().relativize(page)));
      }
      assertThat(notes.problems()).as("problems in the notes").isEmpty();
    }
  }
}
