package workbook.answers.pages;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import workbook.answers.pages.Page.Row;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// The tables that say what there is. On the first page every topic has a row, with the command
/// that runs it and the number of its exercises; on a topic's page every exercise has one.
record Contents(Tree tree, Map<Path, Page> pages) {

  void check(List<Problem> problems) {
    for (Topic topic : tree.topics()) {
      List<Exercise> exercises = Exercise.of(topic);
      for (String name : List.of("README.md", "README.zh-CN.md")) {
        Page first = pages.get(tree.root().resolve(name));
        if (first != null) {
          checkTopic(first, name, topic, exercises.size(), problems);
        }
        Page notes = pages.get(topic.folder().resolve(name));
        if (notes != null) {
          exercises.forEach(exercise -> checkExercise(notes, exercise, problems));
        }
      }
    }
  }

  private void checkTopic(
      Page page, String name, Topic topic, int exercises, List<Problem> problems) {
    String notes = tree.root().relativize(topic.folder().resolve(name)).toString();
    List<Row> rows = page.rows().stream().filter(row -> row.links().contains(notes)).toList();
    if (rows.size() != 1) {
      problems.add(
          new Problem(
              page.file(),
              rows.isEmpty() ? 1 : rows.get(1).line(),
              "%d rows of the table of topics lead to %s; it must be one"
                  .formatted(rows.size(), notes)));
      return;
    }
    Row row = rows.getFirst();
    String command = "./workbook run " + topic.name();
    if (row.code().stream()
        .noneMatch(code -> code.equals(command) || code.startsWith(command + " "))) {
      problems.add(
          new Problem(
              page.file(),
              row.line(),
              "the row of %s does not say '%s'".formatted(topic.name(), command)));
    }
    if (!row.cells().getLast().equals(Integer.toString(exercises))) {
      problems.add(
          new Problem(
              page.file(),
              row.line(),
              "the row of %s ends with '%s', and the topic has %d exercises"
                  .formatted(topic.name(), row.cells().getLast(), exercises)));
    }
  }

  private static void checkExercise(Page notes, Exercise exercise, List<Problem> problems) {
    long rows =
        notes.rows().stream().filter(row -> row.cells().getFirst().equals(exercise.id())).count();
    if (rows != 1) {
      problems.add(
          new Problem(
              notes.file(),
              1,
              "%d rows of tables begin with %s; it must be one".formatted(rows, exercise.id())));
    }
  }
}
