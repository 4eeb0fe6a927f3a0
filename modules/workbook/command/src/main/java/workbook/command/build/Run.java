package workbook.command.build;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import workbook.command.tree.Topic;
import workbook.command.tree.Tree;

/// An example in a JVM of its own, on its topic's class path.
public final class Run {

  private Run() {}

  /// The process that runs an example, not started yet.
  ///
  /// @param target `TOPIC` or `TOPIC/EXAMPLE`
  /// @throws workbook.command.UserError if there is no such topic or example, or it does not
  ///   compile
  public static ProcessBuilder process(Tree tree, String target, List<String> arguments) {
    String[] names = target.split("/", 2);
    Topic topic = tree.topic(names[0]);
    Topic.Example example = topic.example(names.length > 1 ? names[1] : "");
    List<Path> classPath = new Classes(tree).runtimeClassPath(topic.folder());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Dstderr.encoding=UTF-8");
    command.add("-Djava.awt.headless=true");
    command.addAll(topic.jvmOptions());
    command.add("-cp");
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(example.mainClass());
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
