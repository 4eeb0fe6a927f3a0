package workbook.text;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Lets a model write: draw the next symbol by its probability, put it down, and again.
public final class Sampler {

  private Sampler() {}

  /// Symbols drawn one after the other.
  ///
  /// @param start what is there already
  /// @return the new symbols, without the start
  public static int[] sample(LanguageModel model, int[] start, int length, RandomGenerator random) {
    int[] text = Arrays.copyOf(start, start.length + length);
    for (int i = start.length; i < text.length; i++) {
      text[i] = draw(model.next(text, i), random.nextDouble());
    }
    return Arrays.copyOfRange(text, start.length, text.length);
  }

  /// The symbol that a number from 0 to 1 falls on, where each has as much room as its probability.
  static int draw(double[] probabilities, double number) {
    int last = 0;
    for (int symbol = 0; symbol < probabilities.length; symbol++) {
      number -= probabilities[symbol];
      if (number < 0) {
        return symbol;
      }
      last = probabilities[symbol] > 0 ? symbol : last;
    }
    // Rounding may leave a little beyond the last.
    return last;
  }
}
