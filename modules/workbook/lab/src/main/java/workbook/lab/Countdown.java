package workbook.lab;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/// One line on a terminal that says how much is done of something long, and how long the rest will
/// take; wiped away when it is over. What takes less than a second has none.
public final class Countdown implements AutoCloseable {

  private static final long SECOND = 1_000_000_000;

  /// Four times a second.
  private static final long PAUSE = SECOND / 4;

  private static final String WIPE = "\r\u001b[K";

  private final PrintStream terminal;
  private final LongSupplier nanos;
  private final String what;
  private final int all;
  private final long start;
  private long last;
  private boolean shown;

  /// @param terminal where it is shown; null for nowhere
  /// @param nanos a clock
  /// @param what is counted, as `interleavings`
  /// @param all how many there will be
  public Countdown(PrintStream terminal, LongSupplier nanos, String what, int all) {
    this.terminal = terminal;
    this.nanos = nanos;
    this.what = what;
    this.all = all;
    this.start = nanos.getAsLong();
    this.last = start + SECOND - PAUSE;
  }

  /// At this process's terminal, if it has one; on standard error, so that the output is what it is
  /// elsewhere.
  public static Countdown of(String what, int all) {
    boolean isTerminal = System.console() != null && System.console().isTerminal();
    return new Countdown(isTerminal ? System.err : null, System::nanoTime, what, all);
  }

  /// @param done how many are done, at least one
  public void done(int done) {
    done(done, "");
  }

  /// The same with something else to say.
  ///
  /// @param also as `loss 0.693`; may be empty
  public void done(int done, String also) {
    long now = nanos.getAsLong();
    if (terminal != null && now - last >= PAUSE) {
      long left = (long) Math.ceil((double) (now - start) / SECOND * (all - done) / done);
      String between = also.isEmpty() ? "" : also + ", ";
      terminal.print("%s%d of %d %s, %s%d s left".formatted(WIPE, done, all, what, between, left));
      terminal.flush();
      last = now;
      shown = true;
    }
  }

  @Override
  public void close() {
    if (shown) {
      terminal.print(WIPE);
      terminal.flush();
    }
  }
}
