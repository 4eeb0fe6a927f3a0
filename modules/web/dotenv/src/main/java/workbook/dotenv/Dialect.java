package workbook.dotenv;

import java.util.List;

/// Who reads the files. There is no such thing as the syntax of `.env`.
enum Dialect {
  /// Vite 8: four files by mode, Node's parser, expansion over all files, a prefix for the browser.
  VITE,
  /// `node --env-file=.env`: one file, no expansion.
  NODE,
  /// npm's dotenv and dotenv-expand: `expand(config())`, one file, a value sees what stands above.
  DOTENV;

  /// The files to read, the weakest first.
  ///
  /// @throws IllegalArgumentException if the mode cannot be one
  List<String> files(String mode) {
    if (this != VITE) {
      return List.of(".env");
    }
    if (mode.equals("local")) {
      throw new IllegalArgumentException(
          "a mode cannot be called local: .env.local is a file of every mode");
    }
    if (!mode.matches("[^/\\\\\\p{Cntrl}]+")) {
      throw new IllegalArgumentException(
          "--mode is a part of a file's name such as staging, and was '%s'".formatted(mode));
    }
    return List.of(".env", ".env.local", ".env." + mode, ".env." + mode + ".local");
  }

  Parsed parse(String file, String text) {
    return this == DOTENV ? DotenvParser.parse(file, text) : NodeParser.parse(file, text);
  }
}
