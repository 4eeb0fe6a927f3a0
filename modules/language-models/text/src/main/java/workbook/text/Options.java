package workbook.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The options of an example, each with a value behind it: `--steps 20`.
public final class Options {

  private final Map<String, String> given;

  private Options(Map<String, String> given) {
    this.given = given;
  }

  /// @param known what there is, each with what its value is: `--steps N`
  /// @throws IllegalArgumentException if they are wrong, with what would be right
  public static Options parse(List<String> known, String... args) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      String option = args[i];
      if (known.stream().noneMatch(one -> one.startsWith(option + " "))) {
        throw new IllegalArgumentException(
            "there is no option %s; there are %s".formatted(option, String.join(", ", known)));
      }
      if (i + 1 == args.length) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      if (given.put(option, args[i + 1]) != null) {
        throw new IllegalArgumentException(option + " is there twice");
      }
    }
    return new Options(given);
  }

  public Optional<String> value(String option) {
    return Optional.ofNullable(given.get(option));
  }

  /// A whole number from 1 on.
  ///
  /// @param standard what it is if it is not given
  /// @throws IllegalArgumentException if it is none, or more than `most`
  public int number(String option, int standard, int most) {
    String value = given.get(option);
    if (value == null) {
      return standard;
    }
    if (value.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "%s must be a whole number from 1 to %d, and was '%s'".formatted(option, most, value));
  }

  /// A file that can be written.
  ///
  /// @throws IllegalArgumentException if it cannot
  public Optional<Path> writable(String option) {
    return value(option).map(file -> writable(option, file));
  }

  private static Path writable(String option, String file) {
    Path path = Path.of(file);
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isWritable(folder) || Files.isDirectory(path)) {
      throw new IllegalArgumentException(
          "%s must name a file in a folder that can be written to, and was '%s'"
              .formatted(option, file));
    }
    return path;
  }

  /// The text of `--text`, which may be a file or `grammar`; without it the names of Unicode's
  /// characters.
  ///
  /// @throws IllegalArgumentException if there is no such file, or it cannot be read
  public Corpus corpus() {
    String text = given.get("--text");
    if (text == null) {
      return Corpus.unicodeNames();
    }
    return text.equals("grammar") ? Corpus.grammar() : Corpus.file(Path.of(text));
  }
}
