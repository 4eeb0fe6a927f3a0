package workbook.command.notes;

import java.util.List;
import java.util.Set;
import workbook.command.tree.Tree;

/// The check of all notes, for the tests of other packages.
public final class NotesCheck {

  private NotesCheck() {}

  /// What is wrong with the notes of a tree, as a reader sees it.
  public static List<String> problems(Tree tree) {
    return new Notes(tree, Set.of())
        .check().stream().map(problem -> problem.show(tree.root())).toList();
  }
}
