package workbook.lab;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;

/// Ctrl-C, heard by a training: it ends where it wants to, and the JVM waits for it, but not long.
/// While the JVM ends it hears no second Ctrl-C.
public final class Interrupt {

  private static final int SECONDS = 2;

  private Interrupt() {}

  /// Runs a training, and ends the JVM with its exit status if that is not 0.
  ///
  /// @param training is given what says whether it is to stop
  public static void heardBy(ToIntFunction<BooleanSupplier> training) {
    Example.printAlikeEverywhere();
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, ended)));
    int status;
    try {
      status = training.applyAsInt(stop::get);
    } finally {
      ended.countDown();
    }
    if (status != 0) {
      System.exit(status);
    }
  }

  /// When the JVM is told to end it waits for its shutdown hooks.
  private static void stopAndWait(AtomicBoolean stop, CountDownLatch ended) {
    stop.set(true);
    try {
      if (!ended.await(SECONDS, TimeUnit.SECONDS)) {
        System.err.printf(
            "not done within %d seconds, and ended; a file that is written is as it was last%n",
            SECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
