package workbook.answers.build;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// A Java file as the JDK's compiler reads it.
///
/// @param unit its syntax tree, as far as the compiler could make one
/// @param errors what the compiler said while reading, empty if the file is Java
/// @param positions where the nodes of the tree stand in the text
public record Source(
    String text, String errors, CompilationUnitTree unit, SourcePositions positions) {

  /// Reads a file. One that a learner has half written gives what can be made of it.
  public static Source parse(Path file) {
    return parse(List.of(file)).getFirst();
  }

  /// Reads files, all with one compiler. Each has the errors of all.
  public static List<Source> parse(List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<JavaFileObject> units = new ArrayList<>();
      manager.getJavaFileObjectsFromPaths(files).forEach(file -> units.add(WithoutMark.of(file)));
      JavacTask task =
          (JavacTask) compiler.getTask(errors, manager, null, List.of("-proc:none"), null, units);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<Source> sources = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        String text = unit.getSourceFile().getCharContent(true).toString();
        sources.add(new Source(text, errors.toString(), unit, positions));
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether a node was written, and not added by the compiler, as default constructors are.
  public boolean wrote(Tree node) {
    return positions.getEndPosition(unit, node) >= 0;
  }

  /// The line in which a node begins, from 1.
  public long lineOf(Tree node) {
    return unit.getLineMap().getLineNumber(start(node));
  }

  /// The text up to where a node begins.
  public String textBefore(Tree node) {
    return text.substring(0, start(node));
  }

  /// The text of a node.
  public String textOf(Tree node) {
    return text.substring(start(node), end(node));
  }

  /// The lines of a node, moved to the left edge.
  public String linesOf(Tree node) {
    int lineStart = text.lastIndexOf('\n', start(node) - 1) + 1;
    return text.substring(lineStart, end(node)).stripIndent() + "\n";
  }

  private int start(Tree node) {
    return (int) positions.getStartPosition(unit, node);
  }

  private int end(Tree node) {
    return (int) positions.getEndPosition(unit, node);
  }
}
