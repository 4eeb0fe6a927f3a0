package workbook.answers.pages;

import java.util.List;
import java.util.Set;
import workbook.answers.build.Classes;
import workbook.answers.tree.Tree;
import workbook.topictest.ThisProcess;

/// The check of all notes of a tree, for tests.
public final class NotesCheck {

  private NotesCheck() {}

  /// All pages, with the examples as the topics' own tests run them.
  static Notes notes(Tree tree, boolean slow) {
    Classes classes = new Classes(tree);
    Examples examples =
        (target, arguments, engines) -> {
          var topic = tree.topic(target.split("/", 2)[0]);
          try (ThisProcess process =
              new ThisProcess(tree, classes.runtimeClassPath(topic.folder()))) {
            return process.output(target, arguments, engines);
          }
        };
    return new Notes(tree, classes, Notes.below(tree.root()), Set.of(), slow, examples);
  }

  /// What is wrong with the notes of a tree, as a reader sees it.
  public static List<String> problems(Tree tree) {
    return notes(tree, true).problems();
  }
}
