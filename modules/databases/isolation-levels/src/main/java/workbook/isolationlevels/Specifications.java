package workbook.isolationlevels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import workbook.engine.Engine;
import workbook.engine.EngineException;
import workbook.engine.Level;
import workbook.isolationlevels.spec.Expectation;
import workbook.isolationlevels.spec.Parser;
import workbook.isolationlevels.spec.SpecException;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.TextFile;
import workbook.isolationlevels.verdict.Anomaly;

/// Where specifications come from: a reader's file, or one of this topic.
public final class Specifications {

  private Specifications() {}

  /// A file.
  ///
  /// @throws EngineException if it is not there, or not a specification
  public static Specification read(Path file, Engine engine) {
    try {
      return Parser.parse(file.toString(), TextFile.read(file), engine.name());
    } catch (SpecException e) {
      throw new EngineException(e.getMessage(), e);
    }
  }

  /// One that comes with this topic, by its name without `.spec`.
  public static Specification ofTopic(String name, Engine engine) {
    String file = "specs/" + name + ".spec";
    try (InputStream in = Specifications.class.getResourceAsStream(file)) {
      return Parser.parse(
          file, new String(in.readAllBytes(), StandardCharsets.UTF_8), engine.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One of this topic if there is one of that name, else a file.
  ///
  /// @throws EngineException if there is neither
  static Specification named(String name, Engine engine) {
    if (Anomaly.of(name).isPresent()) {
      return ofTopic(name, engine);
    }
    if (!name.endsWith(".spec") && Files.exists(Path.of(name))) {
      throw new EngineException(
          "%s: a file's name must end in .spec; for scripts of SQL there is isolation-levels/ask"
              .formatted(name));
    }
    if (!name.endsWith(".spec")) {
      throw new EngineException(
          "there is no anomaly '%s', and no file of that name; there are %s"
              .formatted(
                  name,
                  Arrays.stream(Anomaly.values())
                      .map(Anomaly::option)
                      .collect(Collectors.joining(", "))));
    }
    return read(Path.of(name), engine);
  }

  /// What one of this topic, or a file, says must come of its interleavings.
  ///
  /// @throws EngineException if that cannot be read
  static List<Expectation> expectations(String name) {
    if (Anomaly.of(name).isPresent()) {
      return List.of();
    }
    try {
      return Expectation.of(name, TextFile.read(Path.of(name)));
    } catch (SpecException e) {
      throw new EngineException(e.getMessage(), e);
    }
  }

  /// A level of an engine.
  ///
  /// @throws EngineException if it has none of that name
  static Level level(String option, Engine engine) {
    Level level = Level.of(option);
    if (!engine.levels().contains(level)) {
      throw new EngineException("%s has no level %s".formatted(engine.title(), level.sql()));
    }
    return level;
  }
}
