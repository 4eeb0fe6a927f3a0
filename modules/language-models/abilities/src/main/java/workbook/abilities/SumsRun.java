package workbook.abilities;

import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workbook.kernels.FloatKernels;
import workbook.lab.TrainingRun;

/// A small GPT that learns to answer sums in one of the ways of [Sums].
final class SumsRun implements TrainingRun.Step {

  static final int ROWS = 16;
  static final int TESTED = 100;
  private static final double RATE = 3e-3;

  /// What stands behind a call's `=`, up to its end.
  private static final Pattern RESULT = Pattern.compile("=([^\\]]*)\\]");

  private final Sums sums;
  private final long seed;
  private final Learned learned;

  SumsRun(Sums sums, int steps, long seed, FloatKernels kernels) {
    this.sums = sums;
    this.seed = seed;
    this.learned =
        new Learned(
            this::rows, Sums.ALPHABET.length(), Sums.PLACES, ROWS, RATE, steps, seed, kernels);
  }

  long parameters() {
    return learned.parameters();
  }

  private Learned.Row[] rows(int step) {
    SplittableRandom random = new SplittableRandom(seed << 32 | step + 1);
    Learned.Row[] rows = new Learned.Row[ROWS];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = sums.row(Sums.Pair.random(random));
    }
    return rows;
  }

  @Override
  public float take(int done) {
    return learned.take(done);
  }

  /// A character each time; nothing behind a full stop, nor where there is no room, nor behind a
  /// character that it has no token for, as those of an error.
  String more(String text) {
    int[] tokens = Sums.tokens(text);
    boolean ended = text.endsWith(".") || tokens.length == Sums.PLACES;
    for (int token : tokens) {
      ended |= token < 0;
    }
    return ended ? "" : String.valueOf(Sums.ALPHABET.charAt(learned.next(tokens, _ -> true)));
  }

  /// The share of sums that come out right, of pairs that no step learned from. What is written
  /// first is the answer: to the full stop, or what a call came to.
  ///
  /// @param tool answers the calls
  double right(UnaryOperator<String> tool) {
    return share(pair -> right(pair, ToolLoop.run(this::more, tool, pair.prompt()).text()));
  }

  /// The same if nothing stops the model at its call: it goes on, and writes a result itself.
  double ownGuess() {
    return share(pair -> {
      String text = pair.prompt();
      String more = more(text);
      while (!more.isEmpty()) {
        text += more;
        more = more(text);
      }
      return right(pair, text.substring(pair.prompt().length()));
    });
  }

  private int right(Sums.Pair pair, String written) {
    Matcher result = RESULT.matcher(written);
    if (sums.calls()) {
      return result.find() && result.group(1).equals(pair.sum()) ? 1 : 0;
    }
    return written.equals(sums.answer(pair)) ? 1 : 0;
  }

  private double share(ToIntFunction<Sums.Pair> right) {
    SplittableRandom random = new SplittableRandom(seed << 32 | 1L << 31);
    int sum = 0;
    for (int i = 0; i < TESTED; i++) {
      sum += right.applyAsInt(Sums.Pair.random(random));
    }
    return (double) sum / TESTED;
  }
}
