package workbook.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Asks a model whether its score can be believed: whether its probabilities add up to 1, whether
/// it reads what it has to foretell, and whether its two methods agree.
public final class Audit {

  private static final int PLACES = 20;

  private Audit() {}

  /// What is wrong with a model, empty if nothing was found. Some places of the text are tried,
  /// drawn from the seed.
  ///
  /// @param tolerance by how much the sum may differ from 1, and the logarithms of the two methods
  ///   from each other
  public static List<String> problems(
      LanguageModel model, int[] text, int from, int to, double tolerance, long seed) {
    List<String> problems = new ArrayList<>();
    Random random = new Random(seed);
    double[] logs = model.logProbabilities(text, from, to);
    for (int place = 0; place < PLACES; place++) {
      int i = random.nextInt(from, to);
      double[] next = model.next(text, i);
      double sum = 0;
      for (double p : next) {
        sum += p >= 0 ? p : Double.NaN;
      }
      if (!(Math.abs(sum - 1) <= tolerance)) {
        problems.add("at %d the probabilities add up to %s".formatted(i, sum));
      }
      double log = Math.log(next[text[i]]);
      if (log != logs[i - from] && !(Math.abs(log - logs[i - from]) <= tolerance)) {
        problems.add(
            "at %d next gives the logarithm %s, and logProbabilities %s"
                .formatted(i, log, logs[i - from]));
      }
      if (!Arrays.equals(next, model.next(changedFrom(text, i, model, random), i))) {
        problems.add("at %d the probabilities depend on what comes there or later".formatted(i));
      }
    }
    return problems;
  }

  private static int[] changedFrom(int[] text, int place, LanguageModel model, Random random) {
    int[] changed = text.clone();
    for (int i = place; i < text.length; i++) {
      changed[i] = random.nextInt(model.symbols());
    }
    return changed;
  }
}
