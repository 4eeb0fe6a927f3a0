package workbook.inference;

import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/// Lets a decoder write: choose a token, read it, and again.
public final class Generator {

  private Generator() {}

  /// @param prompt what is there already, one token at least
  /// @param length how many tokens to write at most
  /// @param end a token after which nothing is written, or -1
  /// @param written is given each token as soon as it is chosen
  public static void write(
      Decoder decoder,
      int[] prompt,
      int length,
      int end,
      Sampling sampling,
      RandomGenerator random,
      IntConsumer written) {
    KvCache cache =
        new KvCache(decoder.spec().config(), prompt.length + length, KvCache.Precision.FLOAT);
    float[] x = null;
    for (int token : prompt) {
      x = decoder.read(token, cache);
    }
    for (int i = 0; i < length; i++) {
      int token = sampling.draw(decoder.score(x), random.nextDouble());
      written.accept(token);
      if (token == end || i + 1 == length) {
        return;
      }
      x = decoder.read(token, cache);
    }
  }
}
