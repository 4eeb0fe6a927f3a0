package workbook.isolationlevels;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workbook.engine.DatabaseExample;
import workbook.engine.EngineException;
import workbook.engine.EngineOptions;
import workbook.engine.Level;
import workbook.engine.Server;
import workbook.isolationlevels.matrix.Declaration;
import workbook.isolationlevels.matrix.Matrix;
import workbook.isolationlevels.matrix.MatrixMarkdown;
import workbook.isolationlevels.matrix.MatrixSvg;
import workbook.isolationlevels.matrix.MatrixText;
import workbook.lab.Example;

/// What an engine does at each of its isolation levels: eighteen anomalies, each provoked, and
/// whether it occurred or how it was prevented.
///
/// `./workbook run isolation-levels [--engine mysql,postgresql] [--level repeatable-read]`
@Command(
    name = "isolation-levels",
    description = "Provoke eighteen anomalies at every isolation level.")
public final class IsolationLevels implements DatabaseExample {

  @Option(names = "--level", description = "One level only.")
  private String level;

  @Option(names = "--markdown", paramLabel = "FILE", description = "Write it as Markdown, too.")
  private Path markdown;

  @Option(names = "--svg", paramLabel = "FILE", description = "Draw it, too.")
  private Path svg;

  @Mixin private EngineOptions engines;

  static void main(String[] args) {
    Example.main(new IsolationLevels(), args);
  }

  /// @return the exit status: 0, or 1 if a matrix is not the declared one
  @Override
  public int run(PrintStream out) {
    StringBuilder tables = new StringBuilder();
    boolean drifted = false;
    boolean first = true;
    for (Server server : engines.start()) {
      try (server) {
        List<Level> levels =
            level == null
                ? server.engine().levels()
                : List.of(Specifications.level(level, server.engine()));
        Declaration declaration = Declaration.of(server.engine());
        Matrix matrix = Matrix.measure(server, levels);
        out.print((first ? "" : "\n") + MatrixText.of(matrix, declaration));
        for (String difference : declaration.differences(matrix)) {
          out.println("Not as declared: " + difference);
          drifted = true;
        }
        out.flush();
        first = false;
        tables.append(tables.isEmpty() ? "" : "\n").append(MatrixMarkdown.of(matrix, declaration));
        write(svg, MatrixSvg.of(matrix, declaration));
      }
    }
    write(markdown, tables.toString());
    return drifted ? 1 : 0;
  }

  static void write(Path file, String text) {
    if (file == null) {
      return;
    }
    try {
      Files.writeString(file, text);
    } catch (IOException _) {
      throw new EngineException("cannot write " + file);
    }
  }
}
