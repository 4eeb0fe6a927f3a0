package workbook.command.check;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import workbook.command.build.Source;
import workbook.command.tree.Topic;

/// The stub of an exercise, in the learner's folder `src/exercise/java`.
///
/// @param className the stub's binary name
/// @param hints from a nudge to nearly the answer
public record Stub(
    Topic topic, Path file, String className, String id, String title, List<String> hints) {

  /// A topic's exercises, by number.
  public static List<Stub> of(Topic topic) {
    return parse(topic, files(topic).toList());
  }

  private static Stream<Path> files(Topic topic) {
    return Topic.javaFiles(topic.folder().resolve("src/exercise/java"));
  }

  /// The exercises in one file.
  public static List<Stub> in(Topic topic, Path file) {
    return Files.exists(file) ? parse(topic, List.of(file)) : List.of();
  }

  /// The number behind the topic's name in the id.
  public int number() {
    return Integer.parseInt(id.substring(id.indexOf('/') + 1));
  }

  /// The class that tests the exercise.
  public String testClass() {
    return testClass(className);
  }

  static String testClass(String className) {
    return className + "Test";
  }

  /// The file of the class that tests the exercise.
  public Path testFile() {
    return topic.folder().resolve("src/test/java").resolve(testClass().replace('.', '/') + ".java");
  }

  private static List<Stub> parse(Topic topic, List<Path> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    return Source.parse(files).stream()
        .map(Source::unit)
        .flatMap(unit ->
            unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .flatMap(type -> annotated(topic, unit, type)))
        .sorted(Comparator.comparingInt(Stub::number))
        .toList();
  }

  private static Stream<Stub> annotated(Topic topic, CompilationUnitTree unit, ClassTree type) {
    Path file = Path.of(unit.getSourceFile().toUri());
    String className = unit.getPackageName() + "." + type.getSimpleName();
    return type.getModifiers().getAnnotations().stream()
        .filter(annotation -> annotation.getAnnotationType().toString().equals("Exercise"))
        .map(annotation -> of(topic, file, className, annotation));
  }

  private static Stub of(Topic topic, Path file, String className, AnnotationTree annotation) {
    Map<String, ExpressionTree> values = new HashMap<>();
    for (ExpressionTree argument : annotation.getArguments()) {
      AssignmentTree assignment = (AssignmentTree) argument;
      values.put(assignment.getVariable().toString(), assignment.getExpression());
    }
    List<String> hints =
        values.get("hints") instanceof NewArrayTree array
            ? array.getInitializers().stream().map(Stub::constant).toList()
            : List.of(constant(values.get("hints")));
    return new Stub(
        topic, file, className, constant(values.get("id")), constant(values.get("title")), hints);
  }

  private static String constant(ExpressionTree expression) {
    return switch (expression) {
      case LiteralTree literal -> literal.getValue().toString();
      case BinaryTree sum -> constant(sum.getLeftOperand()) + constant(sum.getRightOperand());
      default -> throw new IllegalArgumentException("not a string constant: " + expression);
    };
  }
}
