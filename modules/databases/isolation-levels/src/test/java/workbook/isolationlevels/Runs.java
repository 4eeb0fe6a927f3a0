package workbook.isolationlevels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.lab.Example;
import workbook.topictest.Printed;

/// Examples on one of the engines that were asked for.
public final class Runs {

  private Runs() {}

  /// Runs an example with a specification, which is in a file `my.spec`.
  static Printed of(
      Path folder, Example example, String specification, Engine engine, String... options)
      throws IOException {
    Path file = Files.writeString(folder.resolve("my.spec"), specification);
    return Printed.by(example, on(engine, file.toString(), options));
  }

  /// The arguments. What runs on a server runs on the one that the tests share: a container takes
  /// longer to start than most examples to run.
  public static String[] on(Engine engine, String first, String... options) {
    Engines.shared(engine);
    List<String> arguments = new ArrayList<>(List.of(first, "--engine", engine.name()));
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }
}
