package workbook.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// What a measurement runs on, for a report that is read on another machine.
public final class Processor {

  private static final String MODEL = "model name";

  private Processor() {}

  /// Its model, where Linux says it; the architecture elsewhere.
  public static String name() {
    return model(Path.of("/proc/cpuinfo")).orElse(System.getProperty("os.arch"));
  }

  static Optional<String> model(Path information) {
    try (Stream<String> lines = Files.lines(information)) {
      return lines
          .filter(line -> line.startsWith(MODEL))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .filter(model -> !model.isEmpty())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
