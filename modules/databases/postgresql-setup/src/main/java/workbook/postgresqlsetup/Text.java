package workbook.postgresqlsetup;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import workbook.lab.Refusal;

/// Files that a reader names.
final class Text {

  private static final long MOST = 16 << 20;

  private Text() {}

  /// The lines of a text file.
  ///
  /// @param name of the argument that names it
  /// @throws Refusal if it is missing, a folder, larger than 16 MB, or not UTF-8
  static List<String> lines(String name, Path file) {
    return of(name, file).lines().toList();
  }

  /// The same, as one text.
  static String of(String name, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Refusal("%s must be a file, and was '%s'".formatted(name, file));
    }
    try {
      if (Files.size(file) > MOST) {
        throw new Refusal("%s must not be larger than 16 MB: '%s'".formatted(name, file));
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new Refusal("%s must be UTF-8, and '%s' is not".formatted(name, file), e);
    } catch (IOException e) {
      throw new Refusal("%s '%s' cannot be read: %s".formatted(name, file, e.getMessage()), e);
    }
  }
}
