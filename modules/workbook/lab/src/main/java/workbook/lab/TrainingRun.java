package workbook.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// The loop of a longer training. It prints a progress line, keeps what was learned every so often,
/// and ends early, in good order, when it is told to.
///
/// @param terminal whether a line can be written over
/// @param nanos the clock of the progress line
/// @param stop asked before each step
public record TrainingRun(boolean terminal, LongSupplier nanos, BooleanSupplier stop) {

  /// One step of learning.
  @FunctionalInterface
  public interface Step {

    /// @param done how many were done before
    /// @return the loss before it
    float take(int done);

    /// What there is to say after a step that the progress line does not, in whole lines. It comes
    /// after the checkpoint, if one was due, so that little is lost if this takes long.
    ///
    /// @param done how many were done, with the last
    default String news(int done) {
      return "";
    }
  }

  /// Writes what was learned so far.
  @FunctionalInterface
  public interface Save {
    void to(Path file) throws IOException;
  }

  /// A training at this process's terminal, by its clock.
  public static TrainingRun here(BooleanSupplier stop) {
    boolean terminal = System.console() != null && System.console().isTerminal();
    return new TrainingRun(terminal, System::nanoTime, stop);
  }

  /// Trains.
  ///
  /// @param from how many steps were done before: 0, or more where a training goes on
  /// @param tokens how many a step reads
  /// @param checkpoint where to keep what was learned
  /// @param between after how many steps it is kept; at the end it always is
  /// @return whether all steps are done
  /// @throws Refusal if it cannot be written, or more steps are done than there were to be
  public boolean run(
      PrintStream out,
      Step step,
      Save save,
      int from,
      int steps,
      int tokens,
      Optional<Path> checkpoint,
      int between) {
    if (from > steps) {
      throw new Refusal("%,d steps are done already, and %,d were to be".formatted(from, steps));
    }
    Progress progress = new Progress(out, terminal, nanos, from, steps, tokens);
    int done = from;
    while (done < steps && !stop.getAsBoolean()) {
      float loss = step.take(done);
      done++;
      progress.step(done, loss);
      if (done % between == 0) {
        checkpoint.ifPresent(file -> keep(save, file));
      }
      progress.say(step.news(done));
    }
    progress.end();
    checkpoint.ifPresent(file -> keep(save, file));
    if (done < steps) {
      out.printf("stopped after %d of %d steps%n", done, steps);
    }
    checkpoint.ifPresent(
        file -> out.printf("the weights are in %s%n", Printable.of(file.toString())));
    out.println();
    return done == steps;
  }

  /// Trains from the beginning, and keeps nothing on the way.
  ///
  /// @param tokens how many a step reads
  /// @return whether all steps are done
  public boolean run(PrintStream out, Step step, int steps, int tokens) {
    return run(out, step, _ -> {}, 0, steps, tokens, Optional.empty(), steps);
  }

  private static void keep(Save save, Path file) {
    try {
      save.to(file);
    } catch (IOException e) {
      throw new Refusal("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }
}
