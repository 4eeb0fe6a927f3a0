package workbook.answers.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import workbook.answers.UserError;
import workbook.answers.build.Classes;
import workbook.answers.build.Javac;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// Compiles an answer with its tests in memory and runs them.
public final class Checker {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Classes classes;
  private final Duration limit;

  public Checker(Tree tree) {
    this(tree, LIMIT);
  }

  /// @param classes those of the topics' examples
  public Checker(Classes classes) {
    this(classes, LIMIT);
  }

  /// @param limit how long one test may take
  Checker(Tree tree, Duration limit) {
    this(new Classes(tree), limit);
  }

  private Checker(Classes classes, Duration limit) {
    this.classes = classes;
    this.limit = limit;
  }

  /// Gets ready for an answer while the caller still finds out which it is.
  public static void prepare() {
    TestProcess.take().giveBack();
  }

  /// Ends the answer that runs, if one does, and what is kept ready for the next. A Java program
  /// that ends while a process of its own still runs is held up for a third of a second.
  public static void end() {
    TestProcess.endAll();
  }

  /// The verdict on what stands in the learner's folder.
  ///
  /// @throws UserError if the answer's file is not there, or the topic's own examples do not
  ///   compile
  public Verdict check(Exercise stub) {
    AnswerFile file = new AnswerFile(stub);
    file.refuseMissing();
    Optional<Failure> unreadable = file.unreadable();
    if (unreadable.isPresent()) {
      return Verdict.failing(unreadable.get());
    }
    return check(stub, List.of(stub.file()), "src/exercise/java", file::fault);
  }

  /// The verdict on another answer.
  ///
  /// @param answer its files
  /// @param others the folder, below the topic's, from which other exercises are taken, if the
  ///   answer uses any
  public Verdict check(Exercise stub, List<Path> answer, String others) {
    return check(stub, answer, others, _ -> Optional.empty());
  }

  private Verdict check(
      Exercise stub, List<Path> answer, String others, Function<String, Optional<Failure>> fault) {
    // The process starts while the compiler is at work.
    TestProcess process = TestProcess.take();
    try {
      Javac.Result compiled = compile(stub, answer, others);
      if (compiled.failed()) {
        return Verdict.failing(
            fault.apply(compiled.report()).orElseGet(() -> Failure.ofCompiler(compiled.report())));
      }
      Job job = job(stub, compiled);
      Verdict verdict = process.verdict(job);
      if (verdict.tests() == 0 && verdict.failures().isEmpty()) {
        throw new IllegalStateException(stub.testClass() + " has no tests");
      }
      return verdict;
    } finally {
      process.giveBack();
    }
  }

  /// Compiles an answer and its tests; these only if those of the last time no longer hold.
  Javac.Result compile(Exercise stub, List<Path> answer, String others) {
    Path topic = stub.topic().folder();
    Path tests = topic.resolve("src/test/java");
    Path exercises = topic.resolve(others);
    List<Path> classPath = classPath(topic);
    List<Path> sourcePath = List.of(tests, exercises);
    List<String> modules = stub.topic().modules();
    // Most answers need no library, and the compiler is quicker without.
    List<Path> folders = classPath.stream().filter(Files::isDirectory).toList();
    Javac.Result alone = Javac.compile(answer, folders, sourcePath, modules);
    if (alone.failed()) {
      alone = Javac.compile(answer, classPath, sourcePath, modules);
    }
    if (alone.failed()) {
      return alone;
    }
    List<Path> inputs = new ArrayList<>(classPath);
    inputs.add(tests);
    Topic.javaFiles(exercises).filter(file -> !answer.contains(file)).forEach(inputs::add);
    CompiledTests kept =
        new CompiledTests(
            topic.resolve("target/workbook/tests").resolve(stub.testClass()),
            alone.classes(),
            inputs);
    Map<String, byte[]> all = new TreeMap<>(kept.read().orElse(Map.of()));
    if (all.isEmpty()) {
      List<Path> files = Stream.concat(answer.stream(), Stream.of(stub.testFile())).toList();
      Javac.Result both = Javac.compile(files, classPath, sourcePath, modules);
      if (both.failed()) {
        return both;
      }
      all.putAll(both.classes());
      all.keySet().removeAll(alone.classes().keySet());
      kept.write(all);
    }
    all.putAll(alone.classes());
    return new Javac.Result(false, all, "");
  }

  Job job(Exercise stub, Javac.Result compiled) {
    Path topic = stub.topic().folder();
    List<Path> classPath = new ArrayList<>(classPath(topic));
    classPath.add(topic.resolve("src/test/resources"));
    return new Job(stub.className(), compiled.classes(), classPath, limit, false);
  }

  private List<Path> classPath(Path topic) {
    // What is on both is found on the first.
    return Stream.concat(
            classes.runtimeClassPath(topic).stream(), classes.dependencies(topic, "test").stream())
        .distinct()
        .toList();
  }
}
