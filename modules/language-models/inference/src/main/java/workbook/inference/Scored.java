package workbook.inference;

import java.util.Arrays;

/// How well a decoder foretells tokens, in windows as long as it can read.
final class Scored {

  private Scored() {}

  /// The mean of -log p of all tokens but the first of each window.
  static double nats(Decoder decoder, int[] tokens, int window) {
    double sum = 0;
    int count = 0;
    for (int from = 0; from + window < tokens.length; from += window) {
      int[] text = Arrays.copyOfRange(tokens, from, from + window + 1);
      KvCache cache = new KvCache(decoder.spec().config(), window, KvCache.Precision.FLOAT);
      for (int place = 0; place < window; place++) {
        sum -= Logits.logs(decoder.next(text[place], cache))[text[place + 1]];
        count++;
      }
    }
    return sum / count;
  }
}
