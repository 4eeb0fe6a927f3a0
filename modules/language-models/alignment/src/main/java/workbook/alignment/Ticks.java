package workbook.alignment;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import workbook.lab.Countdown;
import workbook.lab.Refusal;

/// Counts the steps of all runs, which may be several at a time, for a line at the terminal; and
/// ends them when it is told to.
final class Ticks implements AutoCloseable {

  private final Countdown countdown;
  private final int steps;
  private final int tokens;
  private final BooleanSupplier stop;
  private final long start = System.nanoTime();
  private int done;

  /// @param steps how many there will be
  /// @param tokens how many the answers of a step have
  /// @param stop asked before each step
  Ticks(int steps, int tokens, BooleanSupplier stop) {
    this.countdown = Countdown.of("steps", steps);
    this.steps = steps;
    this.tokens = tokens;
    this.stop = stop;
  }

  /// To be called before a step.
  ///
  /// @throws Refusal if it is not to be taken
  synchronized void go() {
    if (stop.getAsBoolean()) {
      throw new Refusal("stopped after %d of %d steps".formatted(done, steps));
    }
  }

  /// @param loss of the step that was taken
  synchronized void next(double loss) {
    done++;
    double seconds = (System.nanoTime() - start) / 1e9;
    countdown.done(
        done,
        String.format(Locale.ROOT, "loss %.4f, %.0f tokens/s", loss, done * tokens / seconds));
  }

  @Override
  public void close() {
    countdown.close();
  }
}
