package workbook.topictest;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import workbook.lab.TrainingRun;

/// A training by a clock that is a second further on whenever it is asked, so that its progress
/// lines are the same each time.
public final class Training {

  private Training() {}

  /// One that nobody stops, and no terminal shows.
  public static TrainingRun toTheEnd() {
    return stoppedAfter(Integer.MAX_VALUE, false);
  }

  /// One that is stopped as by Ctrl-C.
  ///
  /// @param steps after how many
  /// @param terminal whether a line can be written over
  public static TrainingRun stoppedAfter(int steps, boolean terminal) {
    AtomicLong seconds = new AtomicLong();
    AtomicInteger asked = new AtomicInteger();
    return new TrainingRun(
        terminal,
        () -> seconds.getAndIncrement() * 1_000_000_000,
        () -> asked.getAndIncrement() >= steps);
  }
}
