package workbook.embeddings;

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
  private static final int ROWS = 512;
  private static final double RATE = 0.003;
  private static final long SEED = 1;

  private static final List<String> OPTIONS =
      List.of(
          "--context N",
          "--steps N",
          "--width N",
          "--text FILE",
          "--threads N",
          "--checkpoint FILE");

  /// @throws IllegalArgumentException if they are wrong, with what would be right
  static TrainArguments parse(String... args) {
    Options options = Options.parse(OPTIONS, args);
    int context = options.number("--context", 8, 64);
    int steps = options.number("--steps", 1000, 1_000_000);
    int width = options.number("--width", 256, 1024);
    int threads = options.number("--threads", 1, 256);
    Optional<Path> checkpoint = options.writable("--checkpoint");
    Settings settings = new Settings(context, INPUTS, width, ROWS, RATE, steps, SEED);
    return new TrainArguments(settings, options.corpus(), threads, checkpoint);
  }
}
