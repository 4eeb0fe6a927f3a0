package workbook.isolationlevels.matrix;

import java.util.stream.Collectors;
import workbook.engine.Level;
import workbook.isolationlevels.verdict.Anomaly;

/// A matrix as a table in Markdown.
public final class MatrixMarkdown {

  private MatrixMarkdown() {}

  /// A heading, the table, and the notes. In brackets what the manual says, where it says anything.
  public static String of(Matrix matrix, Declaration declaration) {
    String head =
        matrix.levels().stream()
            .map(level ->
                level == matrix.engine().defaultLevel()
                    ? "**%s** (default)".formatted(level.sql())
                    : level.sql())
            .collect(Collectors.joining(" | ", "| anomaly | ", " |\n"));
    StringBuilder text = new StringBuilder("## %s\n\n%s".formatted(matrix.engine().title(), head));
    text.append("| --- |").append(" --- |".repeat(matrix.levels().size())).append('\n');
    for (Anomaly anomaly : Anomaly.values()) {
      text.append("| %s |".formatted(anomaly.title()));
      for (Level level : matrix.levels()) {
        text.append(' ').append(cell(matrix, declaration, anomaly, level)).append(" |");
      }
      text.append('\n');
    }
    text.append("\nThe manual: <%s>\n".formatted(declaration.manual()));
    if (!declaration.notes().isEmpty()) {
      text.append('\n');
    }
    declaration
        .notes()
        .forEach(note ->
            text.append(
                "- %s, %s: %s\n"
                    .formatted(note.anomaly().title(), note.level().sql(), note.text())));
    return text.toString();
  }

  private static String cell(Matrix matrix, Declaration declaration, Anomaly anomaly, Level level) {
    Cell cell = matrix.cell(anomaly, level).orElseThrow();
    String word = cell.occurs() ? "**occurs**" : cell.toString().replace("~", "\\~");
    Promise promise = declaration.promise(anomaly, level);
    String said =
        switch (promise) {
          case NEVER -> " (never)";
          case MAY -> " (may)";
          case UNSAID -> "";
        };
    return (word + said + " " + promise.difference(cell)).strip();
  }
}
