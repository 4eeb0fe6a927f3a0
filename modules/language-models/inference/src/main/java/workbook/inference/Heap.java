package workbook.inference;

import workbook.lab.Refusal;
import workbook.transformer.Config;

/// Whether a model fits the memory that the JVM may have.
final class Heap {

  private Heap() {}

  /// @param places for which there will be a cache
  /// @param int8 whether weights take a byte, and not four
  /// @param most how many bytes the JVM may have
  /// @throws Refusal if weights and cache alone take more
  static void check(Spec spec, long places, boolean int8, long most) {
    Config c = spec.config();
    long cache = places * c.layers() * 2 * (c.width() / c.heads() * c.shared()) * Float.BYTES;
    long needed = c.parameters() * (int8 ? 1 : Float.BYTES) + cache;
    if (needed > most) {
      throw new Refusal(
          "weights and cache take %d MB, and this JVM may have %d: %sJAVA_TOOL_OPTIONS=-Xmx%dg gives more"
              .formatted(
                  megabytes(needed),
                  megabytes(most),
                  int8 ? "" : "--int8 makes the weights a quarter, ",
                  Math.ceilDiv(needed * 3 / 2, 1L << 30)));
    }
  }

  private static long megabytes(long bytes) {
    return bytes >> 20;
  }
}
