package workbook.dotenv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import workbook.lab.Refusal;

/// A file and what is in it.
record Source(String name, String text) {

  /// Reads those of the files that are there.
  static List<Source> in(Path folder, List<String> names) {
    if (!Files.isDirectory(folder)) {
      throw new Refusal("FOLDER must be a folder with .env files, and was '%s'".formatted(folder));
    }
    List<Source> sources = new ArrayList<>();
    for (String name : names) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        try {
          sources.add(
              new Source(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
        } catch (IOException e) {
          throw new Refusal("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
      }
    }
    if (sources.isEmpty()) {
      throw new Refusal("there is no %s in %s".formatted(String.join(" and no ", names), folder));
    }
    return List.copyOf(sources);
  }
}
