package workbook.command.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.command.Repository;
import workbook.command.tree.Tree;

@DisplayName("The pages of this workbook")
class RepositoryNotesTest {

  @Test
  @DisplayName("say what is so, in both languages")
  void check() throws InterruptedException {
    Tree tree = Repository.tree();
    Set<String> engines = Set.of(System.getProperty("engines", "").split(","));
    Notes notes = new Notes(tree, engines);
    if (System.getProperty("notes", "").equals("update")) {
      notes.update().forEach(page -> System.out.println("updated " + tree.root().relativize(page)));
    }

    assertThat(notes.check().stream().map(problem -> problem.show(tree.root())))
        .as("problems in the notes")
        .isEmpty();
  }
}
