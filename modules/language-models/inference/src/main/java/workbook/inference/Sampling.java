package workbook.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// How the next token is drawn: from which tokens, and with which probabilities. The steps and
/// their order are those of Hugging Face's `generate`.
///
/// @param temperature what the scores are divided by: below 1 sharper, above 1 flatter; 0 takes the
///   best
/// @param topK how many of the best may be drawn; 0 for all
/// @param topP how much probability the best must have together; 1 for all
public record Sampling(double temperature, int topK, double topP) {

  /// Always the best.
  public static final Sampling GREEDY = new Sampling(0, 0, 1);

  /// The model's own probabilities.
  public static final Sampling PLAIN = new Sampling(1, 0, 1);

  /// @throws IllegalArgumentException if a number has no meaning
  public Sampling {
    if (!(temperature >= 0 && temperature < Double.POSITIVE_INFINITY)
        || topK < 0
        || !(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException(
          "wants a temperature from 0, a top k from 0 and a top p above 0 up to 1,"
              + " and got %s, %d, %s".formatted(temperature, topK, topP));
    }
  }

  /// The probability with which each token is drawn. Of equal scores the lowest token counts as
  /// better.
  public double[] probabilities(float[] logits) {
    int[] ranked = ranked(logits);
    if (temperature == 0) {
      return only(ranked[0], logits.length);
    }
    int kept = topK == 0 ? ranked.length : Math.min(topK, ranked.length);
    double[] p = new double[logits.length];
    for (int rank = 0; rank < kept; rank++) {
      // The best becomes e^0, so that nothing overflows.
      double score = (logits[ranked[rank]] - (double) logits[ranked[0]]) / temperature;
      p[ranked[rank]] = StrictMath.exp(score);
    }
    divideBySum(p);
    if (topP < 1) {
      keepNucleus(p, ranked);
    }
    return p;
  }

  /// The best tokens until they have `topP` together, the one that reaches it among them.
  private void keepNucleus(double[] p, int[] ranked) {
    double sum = 0;
    for (int token : ranked) {
      if (sum >= topP) {
        p[token] = 0;
      }
      sum += p[token];
    }
    divideBySum(p);
  }

  private static int[] ranked(float[] logits) {
    return IntStream.range(0, logits.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer token) -> -logits[token]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double[] only(int token, int tokens) {
    double[] p = new double[tokens];
    p[token] = 1;
    return p;
  }

  private static void divideBySum(double[] p) {
    double sum = Arrays.stream(p).sum();
    for (int token = 0; token < p.length; token++) {
      p[token] /= sum;
    }
  }

  /// The token that a number falls on, where each has as much room as its probability, in the order
  /// of the tokens.
  ///
  /// @param number from 0 up to, but not including, 1
  public int draw(float[] logits, double number) {
    double[] p = probabilities(logits);
    int last = 0;
    for (int token = 0; token < p.length; token++) {
      if (p[token] > 0) {
        last = token;
        number -= p[token];
        if (number < 0) {
          return token;
        }
      }
    }
    return last; // Rounding may leave a little beyond it.
  }
}
