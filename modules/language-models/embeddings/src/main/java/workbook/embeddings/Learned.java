package workbook.embeddings;

import java.util.SplittableRandom;

/// The planted text, and what two models learn from it. Everything here begins from one seed.
final class Learned {

  static final long SEED = 1;
  static final int SENTENCES = 20_000;
  static final int WINDOW = 2;
  static final int WIDTH = 32;
  static final int NEGATIVES = 5;
  private static final int GLOVE_STEPS = 600;

  private Learned() {}

  static int[][] text() {
    return Planted.sentences(SENTENCES, new SplittableRandom(SEED));
  }

  static SkipGram skipGram(int[][] text, int width) {
    SplittableRandom random = new SplittableRandom(SEED);
    SkipGram model = SkipGram.random(Planted.WORDS.size(), width, random);
    model.train(text, WINDOW, NEGATIVES, 3, 0.05, random);
    return model;
  }

  static CoOccurrences counts(int[][] text) {
    return CoOccurrences.of(text, Planted.WORDS.size(), WINDOW);
  }

  static Glove glove(CoOccurrences counts, int width) {
    Glove model = Glove.random(counts, width, new SplittableRandom(SEED));
    for (int step = 0; step < GLOVE_STEPS; step++) {
      model.step(0.1);
    }
    return model;
  }
}
