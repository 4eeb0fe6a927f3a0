package workbook.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import workbook.command.build.Classes;
import workbook.command.build.Javac;
import workbook.command.check.Verdict.State;
import workbook.command.tree.Topic;
import workbook.command.tree.Tree;

/// A topic's tests as Maven has them: all compiled, with all exercises, and run by JUnit as it
/// comes, on one class path. Nothing of `check` is used.
public final class PlainJUnit {

  private final Path compiled;
  private final Path resources;
  private final List<Path> own;
  private final List<Path> classPath;

  /// @param exercises the folder of all answers, below the topic's
  /// @param output an empty folder
  PlainJUnit(Tree tree, Topic topic, String exercises, Path output) throws IOException {
    this.compiled = Files.createDirectories(output.resolve("all"));
    this.resources = topic.folder().resolve("src/test/resources");
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
    write(Javac.compile(files, classPath, List.of()), compiled);
  }

  /// How the answer in place stands.
  State state(Stub stub) throws IOException, ReflectiveOperationException {
    return state(stub, List.of());
  }

  /// How another answer would stand in its place.
  State state(Stub stub, List<Path> answer) throws IOException, ReflectiveOperationException {
    Path replaced = Files.createTempDirectory(compiled.getParent(), "answer");
    List<Path> whole = new ArrayList<>(List.of(replaced, compiled, resources));
    whole.addAll(classPath);
    if (!answer.isEmpty()) {
      write(Javac.compile(answer, whole, List.of()), replaced);
    }
    whole.addAll(own);
    URL[] urls = new URL[whole.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = whole.get(i).toUri().toURL();
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      thread.setContextClassLoader(loader);
      Object name =
          Class.forName(PlainJUnit.class.getName(), true, loader)
              .getDeclaredMethod("run", String.class)
              .invoke(null, stub.testClass());
      return State.valueOf((String) name);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /// Runs a test class of the loader that has loaded this class.
  public static String run(String testClass) {
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
                .selectors(DiscoverySelectors.selectClass(testClass))
                .filters(TagFilter.excludeTags("peers"))
                .build(),
            listener);
    assertThat(statuses).as("tests of %s", testClass).isNotEmpty();
    State state =
        statuses.contains(Status.FAILED)
            ? State.FAILING
            : statuses.contains(Status.ABORTED) ? State.NOT_STARTED : State.SOLVED;
    return state.name();
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
