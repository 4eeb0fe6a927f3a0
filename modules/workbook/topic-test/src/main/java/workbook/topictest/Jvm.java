package workbook.topictest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Java program in a JVM of its own, with the class path of this one.
public final class Jvm {

  private Jvm() {}

  /// The program `java` that runs this.
  public static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /// A short program, which the first compiler is enough for.
  public static ProcessBuilder of(Class<?> main, String... arguments) {
    return with(List.of("-XX:TieredStopAtLevel=1"), main, arguments);
  }

  /// @param options of the JVM
  public static ProcessBuilder with(List<String> options, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program()));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
