package workbook.recurrent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workbook.text.Corpus;

/// What a longer training was asked for.
///
/// @param threads how many work at it; the result does not depend on it
/// @param checkpoint where to keep the weights
record TrainArguments(Settings settings, Corpus corpus, int threads, Optional<Path> checkpoint) {

  private static final int INPUTS = 32;
  private static final int ROWS = 32;
  private static final int COLUMNS = 64;
  private static final double RATE = 0.005;
  private static final long SEED = 1;

  private static final List<String> OPTIONS =
      List.of(
          "--cell rnn|lstm|gru",
          "--steps N",
          "--width N",
          "--text FILE",
          "--threads N",
          "--checkpoint FILE");

  /// @throws IllegalArgumentException if they are wrong, with what would be right
  static TrainArguments parse(String... args) {
    Map<String, String> given = options(args);
    CellType type = CellType.named(given.getOrDefault("--cell", "lstm"));
    int steps = number(given, "--steps", 500, 1_000_000);
    int width = number(given, "--width", 128, 1024);
    int threads = number(given, "--threads", 1, 256);
    Optional<Path> checkpoint =
        Optional.ofNullable(given.get("--checkpoint")).map(TrainArguments::writable);
    Settings settings = new Settings(type, INPUTS, width, ROWS, COLUMNS, RATE, steps, SEED);
    Corpus corpus = corpus(given.get("--text"));
    return new TrainArguments(settings, corpus, threads, checkpoint);
  }

  private static Map<String, String> options(String... args) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      String option = args[i];
      if (OPTIONS.stream().noneMatch(known -> known.startsWith(option + " "))) {
        throw new IllegalArgumentException(
            "there is no option %s; there are %s".formatted(option, String.join(", ", OPTIONS)));
      }
      if (i + 1 == args.length) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      if (given.put(option, args[i + 1]) != null) {
        throw new IllegalArgumentException(option + " is there twice");
      }
    }
    return given;
  }

  private static int number(Map<String, String> given, String option, int standard, int most) {
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

  private static Path writable(String file) {
    Path path = Path.of(file);
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isWritable(folder) || Files.isDirectory(path)) {
      throw new IllegalArgumentException(
          "--checkpoint must name a file in a folder that can be written to, and was '%s'"
              .formatted(file));
    }
    return path;
  }

  private static Corpus corpus(String text) {
    if (text == null) {
      return Corpus.unicodeNames();
    }
    return text.equals("grammar") ? Corpus.grammar() : Corpus.file(Path.of(text));
  }
}
