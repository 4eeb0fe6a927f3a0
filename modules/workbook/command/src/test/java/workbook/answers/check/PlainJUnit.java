package workbook.answers.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import workbook.answers.build.Classes;
import workbook.answers.build.Javac;
import workbook.answers.check.Verdict.State;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// A topic's tests as Maven has them: all compiled, with all exercises, and run by JUnit as it
/// comes, on one class path. Nothing of `check` is used.
final class PlainJUnit {

  /// The exit status for the first state; Java itself uses 0 to 3.
  private static final int FIRST = 10;

  private final Path compiled;
  private final Path folder;
  private final List<Path> own;
  private final List<Path> classPath;

  /// @param exercises the folder of all answers, below the topic's
  /// @param output an empty folder
  PlainJUnit(Tree tree, Topic topic, String exercises, Path output) throws IOException {
    this.compiled = Files.createDirectories(output.resolve("all"));
    this.folder = topic.folder();
    // For this class and the launcher; what else is of this tree has its classes of now above.
    this.own =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath())
            .filter(
                entry -> tree.moduleOf(entry).filter(other -> !other.endsWith("command")).isEmpty())
            .toList();
    Classes classes = new Classes(tree);
    this.classPath =
        Stream.concat(
                classes.runtimeClassPath(topic.folder()).stream(),
                classes.dependencies(topic.folder(), "test").stream())
            .toList();
    List<Path> files =
        Stream.of("src/test/java", exercises)
            .map(topic.folder()::resolve)
            .flatMap(Topic::javaFiles)
            .toList();
    write(Javac.compile(files, classPath, List.of(), List.of()), compiled);
  }

  /// How the answer in place stands.
  State state(Exercise exercise) throws IOException, InterruptedException {
    List<Path> whole = new ArrayList<>(List.of(compiled));
    whole.add(folder.resolve("src/test/resources"));
    whole.addAll(classPath);
    whole.addAll(own);
    String joined =
        whole.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-cp",
                joined,
                PlainJUnit.class.getName(),
                exercise.testClass())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(compiled.resolve("output").toFile())
            .start();
    int status = process.waitFor();
    assertThat(status)
        .as("what JUnit's process says: %s", Files.readString(compiled.resolve("output")))
        .isBetween(FIRST, FIRST + State.values().length - 1);
    return State.values()[status - FIRST];
  }

  /// Runs a test class, and exits as Maven's process does, whatever still runs. Its status says how
  /// the exercise stands.
  static void main(String[] args) {
    List<Status> statuses = new ArrayList<>();
    TestExecutionListener listener =
        new TestExecutionListener() {
          @Override
          public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest() || result.getStatus() != Status.SUCCESSFUL) {
              statuses.add(result.getStatus());
            }
          }
        };
    LauncherFactory.create(
            LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build())
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(args[0]))
                .filters(TagFilter.excludeTags("peers"))
                .build(),
            listener);
    assertThat(statuses).as("tests of %s", args[0]).isNotEmpty();
    State state =
        statuses.contains(Status.FAILED)
            ? State.FAILING
            : statuses.contains(Status.ABORTED) ? State.NOT_STARTED : State.SOLVED;
    System.exit(FIRST + state.ordinal());
  }

  private static void write(Javac.Result result, Path folder) throws IOException {
    assertThat(result.report()).isEmpty();
    for (Map.Entry<String, byte[]> entry : result.classes().entrySet()) {
      Path file = folder.resolve(entry.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }
  }
}
