package workbook.recurrent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import workbook.text.Corpus;
import workbook.text.Options;

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
    Options options = Options.parse(OPTIONS, args);
    CellType type = CellType.named(options.value("--cell").orElse("lstm"));
    int steps = options.number("--steps", 500, 1_000_000);
    int width = options.number("--width", 128, 1024);
    int threads = options.number("--threads", 1, 256);
    Optional<Path> checkpoint = options.writable("--checkpoint");
    Settings settings = new Settings(type, INPUTS, width, ROWS, COLUMNS, RATE, steps, SEED);
    return new TrainArguments(settings, options.corpus(), threads, checkpoint);
  }
}
