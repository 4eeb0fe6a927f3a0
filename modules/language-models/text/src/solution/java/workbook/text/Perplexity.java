package workbook.text;

import java.util.Arrays;

/// The mean is taken of the logarithms, so that nothing gets too small, and undone to the base that
/// they were taken to.
final class Perplexity {

  private Perplexity() {}

  static double of(double... bits) {
    double mean =
        Arrays.stream(bits)
            .average()
            .orElseThrow(() -> new IllegalArgumentException("no symbol, no perplexity"));
    return Math.pow(2, mean);
  }
}
