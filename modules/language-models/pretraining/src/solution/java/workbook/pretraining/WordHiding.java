package workbook.pretraining;

import java.util.random.RandomGenerator;

/// What BERT does to a text before it reads it.
final class WordHiding {

  static final int FIRST_WORD = 3;
  static final int MASK = 1;

  private WordHiding() {}

  static boolean[] hide(int[] tokens, int size, RandomGenerator random) {
    boolean[] chosen = new boolean[tokens.length];
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i] >= FIRST_WORD && random.nextDouble() < 0.15) {
        chosen[i] = true;
        double how = random.nextDouble();
        if (how < 0.8) {
          tokens[i] = MASK;
        } else if (how < 0.9) {
          tokens[i] = random.nextInt(FIRST_WORD, size);
        }
      }
    }
    return chosen;
  }
}
