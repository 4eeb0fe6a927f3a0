package workbook.inference;

/// A text in the cache of a decoder.
///
/// @param logs of every token to come next
public record Decoded(Decoder decoder, KvCache cache, double[] logs) implements Continuation {

  /// Reads a prompt.
  ///
  /// @param room for how many tokens in all
  /// @throws IllegalArgumentException if the prompt is empty, or too long
  public static Decoded of(Decoder decoder, int[] prompt, int room) {
    if (prompt.length == 0 || prompt.length > room) {
      throw new IllegalArgumentException(
          "a prompt has from 1 to %d tokens, and this one %d".formatted(room, prompt.length));
    }
    KvCache cache = new KvCache(decoder.spec().config(), room, KvCache.Precision.FLOAT);
    float[] x = null;
    for (int token : prompt) {
      x = decoder.read(token, cache);
    }
    return new Decoded(decoder, cache, Logits.logs(decoder.score(x)));
  }

  @Override
  public Decoded after(int token) {
    KvCache copy = cache.copy();
    return new Decoded(decoder, copy, Logits.logs(decoder.next(token, copy)));
  }
}
