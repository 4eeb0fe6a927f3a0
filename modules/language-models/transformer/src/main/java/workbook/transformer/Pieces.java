package workbook.transformer;

import java.util.Arrays;
import workbook.autograd.Tape;
import workbook.text.Corpus;

/// The validation text in pieces as training reads them, each as long as the context and by itself.
/// Their loss is what nanoGPT prints. It is above the score of [CharacterModel], for at the
/// beginning of each piece there is nothing to look back to.
///
/// @param rows how many are read side by side
/// @param starts where each begins
record Pieces(Corpus corpus, int columns, int rows, int[] starts) {

  /// As many as nanoGPT looks at while it trains: 20 batches of 12.
  static final int SOME = 240;

  /// At equal distances.
  ///
  /// @param most how many, if there are as many that do not overlap
  /// @throws IllegalArgumentException if there is none
  static Pieces of(Corpus corpus, int columns, int rows, int most) {
    int left = corpus.length() - corpus.split();
    int all = (left - 1) / columns;
    if (all == 0) {
      throw new IllegalArgumentException(
          "a piece of %d characters and one more does not fit the %d to be asked about in %s"
              .formatted(columns, left, corpus.name()));
    }
    int[] starts = new int[Math.min(all, most)];
    Arrays.setAll(starts, i -> corpus.split() + (int) ((long) i * all / starts.length) * columns);
    return new Pieces(corpus, columns, rows, starts);
  }

  /// Nats per character.
  double loss(Model model, Tape tape) {
    double sum = 0;
    for (int first = 0; first < starts.length; first += rows) {
      int[] some = Arrays.copyOfRange(starts, first, Math.min(first + rows, starts.length));
      tape.reset();
      sum += some.length * tape.withoutGradients(() -> loss(model, tape, some));
    }
    return sum / starts.length;
  }

  private double loss(Model model, Tape tape, int... some) {
    int[] inputs = new int[some.length * columns];
    int[] targets = new int[some.length * columns];
    for (int row = 0; row < some.length; row++) {
      System.arraycopy(corpus.symbols(), some[row], inputs, row * columns, columns);
      System.arraycopy(corpus.symbols(), some[row] + 1, targets, row * columns, columns);
    }
    return tape.crossEntropy(model.logits(tape, inputs, some.length), targets).value();
  }
}
