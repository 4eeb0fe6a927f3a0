package workbook.answers.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// An example in a JVM of its own, on its topic's class path.
public final class Run {

  /// Options that take what a program prints out of the hands of the machine: its encoding, locale,
  /// time zone and screen; and how fast it multiplies. On a machine with one core the JVM chooses a
  /// collector without strips in counted loops, and the sums of a tile of matrices go to memory in
  /// every step. The Maven build gives its tests the same.
  public static final List<String> SAME_EVERYWHERE =
      List.of(
          "-Dfile.encoding=UTF-8",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Duser.timezone=UTC",
          "-Djava.awt.headless=true",
          "-XX:+UseCountedLoopSafepoints",
          "-XX:LoopStripMiningIter=1000");

  private Run() {}

  /// Runs an example at this process's terminal.
  ///
  /// @return its exit status
  /// @throws workbook.answers.UserError as [#process] does
  public static int here(Tree tree, Classes classes, String target, List<String> arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = process(tree, classes, target, arguments).inheritIO();
    boolean warns = builder.command().contains("--add-modules");
    if (warns) {
      builder.redirectError(ProcessBuilder.Redirect.PIPE);
    }
    Process process = builder.start();
    CountDownLatch copied = new CountDownLatch(warns ? 1 : 0);
    AtomicBoolean ending = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              ending.set(true);
              endFirst(process, copied);
            }));
    if (warns) {
      try {
        IncubatorWarning.dropFrom(process.getErrorStream(), System.err);
      } finally {
        copied.countDown();
      }
    }
    int status = process.waitFor();
    if (ending.get()) {
      // This JVM is on its way out, and would complain of being told to exit.
      new CountDownLatch(1).await();
    }
    return status;
  }

  /// The example, which may have something to put away, ends first, and what it says of that is
  /// shown. Ctrl-C reaches both processes; SIGTERM is passed on. By its handle, for
  /// [Process#destroy] would close what is still to be copied.
  private static void endFirst(Process process, CountDownLatch copied) {
    process.toHandle().destroy();
    process.onExit().join();
    try {
      copied.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The process that runs an example, not started yet.
  ///
  /// @param target `TOPIC` or `TOPIC/EXAMPLE`
  /// @throws workbook.answers.UserError if there is no such topic or example, or it does not
  ///   compile
  public static ProcessBuilder process(
      Tree tree, Classes classes, String target, List<String> arguments) {
    String[] names = target.split("/", 2);
    Topic topic = tree.topic(names[0]);
    Topic.Example example = topic.example(names.length > 1 ? names[1] : "");
    List<Path> classPath = classes.runtimeClassPath(topic.folder());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SAME_EVERYWHERE);
    command.addAll(topic.jvmOptions());
    command.add("-cp");
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(example.mainClass());
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
