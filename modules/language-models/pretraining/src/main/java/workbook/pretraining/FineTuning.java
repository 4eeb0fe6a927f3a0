package workbook.pretraining;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import workbook.autograd.Tape;

/// Learning a task from the few examples that have labels.
///
/// @param rate the highest learning rate
/// @param seed of the head, and of what is drawn
/// @param stop asked before each step; what was stopped has no result, which is not a number
record FineTuning(Sentences sentences, double rate, long seed, Tape t, BooleanSupplier stop) {

  private static final int ROWS = 16;
  private static final int STEPS = 300;

  /// What was learned is moved with care.
  static final double RATE = 1e-3;

  /// From nothing, larger steps did better.
  static final double SCRATCH_RATE = 3e-3;

  /// Learns to tell whether the verbs of a sentence agree.
  ///
  /// @return the share of the test that it tells right
  double understanding(Reader reader, Predicate<String> frozen) {
    Classifier classifier = new Classifier(reader, new SplittableRandom(seed));
    Learning<Labelled> tuning =
        new Learning<>(
            classifier.parameters(frozen),
            sentences.examples(),
            ROWS,
            rate,
            STEPS,
            seed,
            t,
            (tape, some, _) -> classifier.loss(tape, some));
    tuning.all(STEPS, stop);
    return stop.getAsBoolean() ? Double.NaN : classifier.accuracy(t, sentences.test());
  }

  /// Learns to finish a sentence.
  ///
  /// @return the share of the test that becomes a sentence of the language
  double writing(Reader reader) {
    Learning<int[]> tuning =
        new Learning<>(
            reader.parameters(),
            sentences.examples().stream().map(Labelled::original).toList(),
            ROWS,
            rate,
            STEPS,
            seed,
            t,
            (tape, some, random) -> Continuation.loss(reader, tape, some, random));
    tuning.all(STEPS, stop);
    return stop.getAsBoolean()
        ? Double.NaN
        : Continuation.share(reader, t, sentences.originals(), seed);
  }
}
