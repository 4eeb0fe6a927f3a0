package workbook.lab;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/// One line that says how a training goes. On a terminal it is written over and over; elsewhere it
/// comes twenty times.
public final class Progress {

  private static final int LINES = 20;

  /// On a terminal four times a second.
  private static final long PAUSE = 250_000_000;

  /// Wipes what is left of a longer line.
  private static final String TO_THE_END = "\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanos;
  private final int from;
  private final int steps;
  private final int tokens;
  private final long start;
  private long last;
  private double sum;
  private int summed;

  /// @param terminal whether a line can be written over
  /// @param nanos a clock
  /// @param from how many steps were done before
  /// @param steps how many there will be
  /// @param tokens how many each step reads
  public Progress(
      PrintStream out, boolean terminal, LongSupplier nanos, int from, int steps, int tokens) {
    this.out = out;
    this.terminal = terminal;
    this.nanos = nanos;
    this.from = from;
    this.steps = steps;
    this.tokens = tokens;
    this.start = nanos.getAsLong();
    this.last = start;
  }

  /// @param done how many steps are done
  /// @param loss of the last one; what is shown is the mean since the last line
  public void step(int done, float loss) {
    sum += loss;
    summed++;
    long now = nanos.getAsLong();
    boolean due = terminal ? now - last >= PAUSE : done % Math.ceilDiv(steps, LINES) == 0;
    if (due || done == steps) {
      String line = line(done, now);
      out.print(terminal ? "\r" + line + TO_THE_END : line + "\n");
      out.flush();
      last = now;
      sum = 0;
      summed = 0;
    }
  }

  private String line(int done, long now) {
    double seconds = Math.max(1e-9, (now - start) / 1e9);
    return String.format(
        Locale.ROOT,
        "step %d of %d  loss %.4f  %.0f tokens/s  %.0f s left ",
        done,
        steps,
        sum / summed,
        (double) (done - from) * tokens / seconds,
        seconds / (done - from) * (steps - done));
  }

  /// Puts something under the line; the next one comes below.
  ///
  /// @param lines whole lines; nothing happens if there are none
  public void say(String lines) {
    if (!lines.isEmpty()) {
      end();
      out.print(lines);
      out.flush();
    }
  }

  /// Leaves the line as it is.
  public void end() {
    if (terminal) {
      out.println();
    }
  }
}
