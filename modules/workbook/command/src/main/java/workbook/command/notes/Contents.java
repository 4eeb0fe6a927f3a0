package workbook.command.notes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import workbook.command.notes.Page.Row;
import workbook.command.tree.Topic;
import workbook.command.tree.Tree;

/// The table of topics on the first page: every topic is in it, once, with the command that runs
/// it.
record Contents(Tree tree, Map<Path, Page> pages) {

  void check(List<Problem> problems) {
    check("README.md", problems);
    check("README.zh-CN.md", problems);
  }

  private void check(String name, List<Problem> problems) {
    Page page = pages.get(tree.root().resolve(name));
    if (page == null) {
      problems.add(new Problem(tree.root().resolve(name), 1, "there is no such page"));
      return;
    }
    for (Topic topic : tree.topics()) {
      String notes = tree.root().relativize(topic.folder().resolve(name)).toString();
      List<Row> rows = page.rows().stream().filter(row -> row.links().contains(notes)).toList();
      String command = "./workbook run " + topic.name();
      if (rows.size() != 1) {
        problems.add(
            new Problem(
                page.file(),
                rows.isEmpty() ? 1 : rows.get(1).line(),
                "%d rows of the table of topics lead to %s; it must be one"
                    .formatted(rows.size(), notes)));
      } else if (rows.getFirst().code().stream()
          .noneMatch(code -> code.equals(command) || code.startsWith(command + " "))) {
        problems.add(
            new Problem(
                page.file(),
                rows.getFirst().line(),
                "the row of %s does not say '%s'".formatted(topic.name(), command)));
      }
    }
  }
}
