package workbook.answers.pages;

import java.util.List;
import java.util.Set;
import workbook.answers.build.Classes;
import workbook.answers.tree.Tree;

/// The check of all notes of a tree, for tests.
public final class NotesCheck {

  private NotesCheck() {}

  /// All pages, with the examples in processes of their own.
  static Notes notes(Tree tree) {
    return new Notes(
        tree, new Classes(tree), Notes.below(tree.root()), Set.of(), new OwnProcess(tree));
  }

  /// What is wrong with the notes of a tree, as a reader sees it.
  public static List<String> problems(Tree tree) {
    return notes(tree).problems();
  }
}
