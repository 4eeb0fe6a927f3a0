package workbook.ngram;

import java.util.Random;

/// Symbols in which the low numbers are frequent and the high ones rare, as words are.
final class RandomText {

  private RandomText() {}

  static int[] symbols(Random random, int length, int symbols) {
    int[] text = new int[length];
    for (int i = 0; i < length; i++) {
      double u = random.nextDouble();
      // Half of the time it depends on the symbol before, so that there is something to learn.
      int drawn = (int) (symbols * u * u);
      text[i] = i > 0 && random.nextBoolean() ? (text[i - 1] * 3 + 1) % symbols : drawn;
    }
    return text;
  }
}
