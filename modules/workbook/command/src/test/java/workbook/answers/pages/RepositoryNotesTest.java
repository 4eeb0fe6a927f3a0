package workbook.answers.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.answers.build.Classes;
import workbook.answers.tree.Tree;

@DisplayName("The first pages of this workbook, and those of its shelves")
class RepositoryNotesTest {

  @Test
  @DisplayName("say what is so, in both languages; outputs are those on the topics' pages")
  void check() {
    Tree tree = Tree.around(Path.of(""));
    Notes notes =
        new Notes(
            tree,
            Classes.ofMaven(tree),
            Notes.outsideTopics(tree),
            Set.of(),
            true,
            new OfTopics(tree));
    if (System.getProperty("notes", "").equals("update")) {
      notes.update().forEach(page -> System.out.println("updated " + tree.root().relativize(page)));
    }
    assertThat(notes.problems()).as("problems in the notes").isEmpty();
  }
}
