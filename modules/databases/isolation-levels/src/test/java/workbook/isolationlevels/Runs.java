package workbook.isolationlevels;

import java.util.ArrayList;
import java.util.List;
import workbook.engine.Engine;

/// Arguments of an example for one of the engines that were asked for.
final class Runs {

  private Runs() {}

  static String[] on(Engine engine, String first, String... options) {
    List<String> arguments = new ArrayList<>(List.of(first, "--engine", engine.name()));
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }
}
