package workbook.alignment;

import workbook.lab.Countdown;

/// Counts the steps of all runs, which may be several at a time, for a line at the terminal.
final class Ticks implements AutoCloseable {

  private final Countdown countdown;
  private int done;

  /// @param steps how many there will be
  Ticks(int steps) {
    countdown = Countdown.of("steps", steps);
  }

  synchronized void next() {
    countdown.done(++done);
  }

  @Override
  public void close() {
    countdown.close();
  }
}
