package workbook.command.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import workbook.command.build.Classes;
import workbook.command.build.Javac;
import workbook.command.tree.Tree;

/// Compiles an answer with its tests in memory and runs them.
public final class Checker {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Classes classes;
  private final Duration limit;

  public Checker(Tree tree) {
    this(tree, LIMIT);
  }

  /// @param limit how long one test may take
  Checker(Tree tree, Duration limit) {
    this.classes = new Classes(tree);
    this.limit = limit;
  }

  /// The verdict on what stands in the learner's folder.
  ///
  /// @throws workbook.command.UserError if the topic's own examples do not compile
  public Verdict check(Stub stub) {
    return check(stub, List.of(stub.file()), "src/exercise/java");
  }

  /// The verdict on another answer.
  ///
  /// @param answer its files
  /// @param others the folder, below the topic's, from which other exercises are taken, if the
  ///   answer uses any
  public Verdict check(Stub stub, List<Path> answer, String others) {
    Path topic = stub.topic().folder();
    // The process starts while the compiler is at work.
    TestProcess process = TestProcess.take(topic);
    try {
      List<Path> classPath = new ArrayList<>(classes.runtimeClassPath(topic));
      classPath.addAll(classes.dependencies(topic, "test"));
      List<Path> sourcePath = List.of(topic.resolve("src/test/java"), topic.resolve(others));
      List<Path> files = Stream.concat(answer.stream(), Stream.of(stub.testFile())).toList();
      Javac.Result compiled = Javac.compile(files, classPath, sourcePath);
      if (compiled.failed()) {
        return Verdict.failing(Failure.ofCompiler(compiled.report()));
      }
      classPath.add(topic.resolve("src/test/resources"));
      Verdict verdict =
          process.verdict(new Job(stub.className(), compiled.classes(), classPath, limit));
      if (verdict.tests() == 0 && verdict.failures().isEmpty()) {
        throw new IllegalStateException(stub.testClass() + " has no tests");
      }
      return verdict;
    } finally {
      process.giveBack();
    }
  }
}
