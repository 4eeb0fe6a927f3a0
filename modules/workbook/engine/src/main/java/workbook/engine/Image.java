package workbook.engine;

import java.util.List;

/// A Docker image of an engine.
///
/// @param name as Docker takes it: `mysql:8.4`
record Image(Engine engine, String name) {

  /// The images that are taken if none is named.
  private static final List<String> USUAL = List.of("mysql:9.7", "mariadb:11.8", "postgres:18");

  /// The usual one of an engine.
  static Image usual(Engine engine) {
    return USUAL.stream()
        .map(Image::of)
        .filter(image -> image.engine.equals(engine))
        .findFirst()
        .orElseThrow();
  }

  /// An image by its name. The engine is told by the last part of the repository, so that a
  /// mirror's is taken, too: `mirror.example/library/postgres:15`.
  ///
  /// @throws EngineException if it is of no engine that is known
  static Image of(String name) {
    String repository = name.replaceFirst("@.*", "").replaceFirst(":[^:/]*$", "");
    String last = repository.replaceFirst(".*/", "");
    return switch (last) {
      case "mysql", "mariadb" -> new Image(Engine.named(last), name);
      case "postgres" -> new Image(Engine.named("postgresql"), name);
      default ->
          throw new EngineException(
              "--image: '%s' is none of mysql, mariadb and postgres, such as mysql:8.4"
                  .formatted(name));
    };
  }

  /// The options that choose it, as they are typed.
  String arguments() {
    return equals(usual(engine)) ? "--engine " + engine.name() : "--image " + name;
  }

  /// The official one that it stands for.
  String official() {
    return engine.name().equals("postgresql") ? "postgres" : engine.name();
  }
}
