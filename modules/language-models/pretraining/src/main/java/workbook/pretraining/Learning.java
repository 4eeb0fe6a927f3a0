package workbook.pretraining;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.autograd.WarmupCosine;
import workbook.lab.TrainingRun;
import workbook.transformer.Trainer;

/// Steps of learning, each from some of the examples. What is drawn for a step follows from the
/// seed and the number of the step alone, so a training that goes on needs to remember none of it.
///
/// @param <E> an example
final class Learning<E> implements TrainingRun.Step {

  /// What is to become small.
  @FunctionalInterface
  interface Loss<E> {
    Tensor of(Tape t, List<E> examples, RandomGenerator random);
  }

  private static final double BETA2 = 0.99;
  private static final double DECAY = 0.01;

  private final List<E> examples;
  private final int rows;
  private final long seed;
  private final Loss<E> loss;
  private final Trainer trainer;
  private final WarmupCosine schedule;

  /// @param parameters what is learned
  /// @param rows how many examples a step reads
  /// @param rate the highest; the last is a tenth of it
  Learning(
      Map<String, Tensor> parameters,
      List<E> examples,
      int rows,
      double rate,
      int steps,
      long seed,
      Tape t,
      Loss<E> loss) {
    this.examples = examples;
    this.rows = rows;
    this.seed = seed;
    this.loss = loss;
    this.trainer = new Trainer(parameters, BETA2, DECAY, t);
    this.schedule = new WarmupCosine(rate, rate / 10, steps / 20, steps);
  }

  @Override
  public float take(int done) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_000 + done);
    List<E> batch =
        Stream.generate(() -> examples.get(random.nextInt(examples.size()))).limit(rows).toList();
    return trainer.step(t -> loss.of(t, batch, random), schedule.rate(done));
  }

  /// All steps, unless it is stopped.
  void all(int steps, BooleanSupplier stop) {
    for (int done = 0; done < steps && !stop.getAsBoolean(); done++) {
      take(done);
    }
  }

  Trainer trainer() {
    return trainer;
  }
}
