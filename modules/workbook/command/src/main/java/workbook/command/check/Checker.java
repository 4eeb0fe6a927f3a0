package workbook.command.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import workbook.command.build.Classes;
import workbook.command.build.Javac;
import workbook.command.check.Verdict.State;
import workbook.command.tree.Tree;

/// Compiles an answer with its tests in memory and runs them.
public final class Checker {

  private final Classes classes;

  public Checker(Tree tree) {
    this.classes = new Classes(tree);
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
    List<Path> classPath = new ArrayList<>(classes.runtimeClassPath(topic));
    classPath.addAll(classes.dependencies(topic, "test"));
    List<Path> sourcePath = List.of(topic.resolve("src/test/java"), topic.resolve(others));
    List<Path> files = Stream.concat(answer.stream(), Stream.of(stub.testFile())).toList();
    Javac.Result compiled = Javac.compile(files, classPath, sourcePath);
    if (compiled.failed()) {
      return new Verdict(State.FAILING, 0, List.of(Failure.ofCompiler(compiled.report())));
    }
    classPath.add(topic.resolve("src/test/resources"));
    return run(stub, compiled.classes(), classPath);
  }

  private static Verdict run(Stub stub, Map<String, byte[]> compiled, List<Path> classPath) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (TestLoader loader = new TestLoader(compiled, urls(classPath))) {
      thread.setContextClassLoader(loader);
      Results results = new Results(stub);
      jupiter().execute(request(loader.loadClass(stub.testClass())), results);
      return results.verdict();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Launcher jupiter() {
    return LauncherFactory.create(
        LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .build());
  }

  private static LauncherDiscoveryRequest request(Class<?> testClass) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(DiscoverySelectors.selectClass(testClass))
        .enableImplicitConfigurationParameters(false)
        .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
        .configurationParameter("exercise.solutions", "false")
        .build();
  }

  private static List<URL> urls(List<Path> classPath) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path entry : classPath) {
      urls.add(entry.toUri().toURL());
    }
    return urls;
  }

  private static final class Results implements TestExecutionListener {
    private final List<Failure> failures = Collections.synchronizedList(new ArrayList<>());
    private final Stub stub;
    private int passed;
    private boolean skipped;

    Results(Stub stub) {
      this.stub = stub;
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
      switch (result.getStatus()) {
        case SUCCESSFUL -> passed += test.isTest() ? 1 : 0;
        case ABORTED -> skipped = true;
        case FAILED ->
            failures.add(
                Failure.of(test.getDisplayName(), result.getThrowable().orElseThrow(), stub));
      }
    }

    Verdict verdict() {
      if (failures.isEmpty() && passed == 0 && !skipped) {
        throw new IllegalStateException(stub.testClass() + " has no tests");
      }
      State state =
          !failures.isEmpty() ? State.FAILING : skipped ? State.NOT_STARTED : State.SOLVED;
      return new Verdict(state, passed, List.copyOf(failures));
    }
  }
}
