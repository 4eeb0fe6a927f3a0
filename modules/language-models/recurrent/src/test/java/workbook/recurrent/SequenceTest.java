package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.kernels.ParallelKernels;
import workbook.kernels.Team;
import workbook.topictest.Near;

@DisplayName("A sequence read as one operation")
class SequenceTest {

  private static final long SEED = 20_261_127;

  /// How a sequence is read.
  private interface Reader {
    Cell.Reading read(Cell cell, Tape tape, Tensor inputs, State start);
  }

  @ParameterizedTest(name = "{0}, {1} threads, {2} steps of {3} rows")
  @CsvSource({
    "RNN, 1, 7, 5", "RNN, 2, 9, 32", "RNN, 4, 3, 40", "RNN, 1, 1, 1",
    "LSTM, 1, 7, 5", "LSTM, 2, 9, 32", "LSTM, 4, 3, 40", "LSTM, 1, 1, 1",
    "GRU, 1, 7, 5", "GRU, 2, 9, 32", "GRU, 4, 3, 40", "GRU, 1, 1, 1",
  })
  @DisplayName("gives the bits of the operations step by step, forwards and back")
  void sameBits(CellType type, int threads, int steps, int rows) {
    List<float[]> expected = results(type, steps, rows, FloatKernels.best(), Cell::readByStep);
    try (Team team = new Team(threads)) {
      FloatKernels kernels = new ParallelKernels(FloatKernels.best(), team);
      List<float[]> actual = results(type, steps, rows, kernels, Cell::read);
      assertThat(actual).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        assertThat(actual.get(i))
            .as("%s, result %d, seed %d", type, i, SEED)
            .hasSameSizeAs(expected.get(i));
        for (int k = 0; k < expected.get(i).length; k++) {
          // Both zeros count as one: step by step some gradients are added to a 0.
          assertThat(actual.get(i)[k] + 0f)
              .as("%s, result %d, element %d, seed %d", type, i, k, SEED)
              .isEqualTo(expected.get(i)[k] + 0f);
        }
      }
    }
  }

  /// All that comes out, and all gradients of a loss to which every output and the last state add.
  private static List<float[]> results(
      CellType type, int steps, int rows, FloatKernels kernels, Reader reader) {
    SplittableRandom random = new SplittableRandom(SEED);
    Cell cell = type.random(24, 72, random);
    Tensor inputs = random(random, steps, rows, 24);
    List<Tensor> parts = new ArrayList<>();
    for (int part = 0; part < cell.start(rows).parts().size(); part++) {
      parts.add(random(random, rows, 72));
    }
    Tape tape = new Tape(kernels);
    List<float[]> results = new ArrayList<>();
    // From the second time on, the tape's arrays hold what the one before has left in them.
    for (int time = 0; time < 20; time++) {
      tape.reset();
      // Of outputs, whose gradients nobody has written to yet.
      State start = new State(parts.stream().map(x -> tape.add(x, x)).toList());
      Cell.Reading reading = reader.read(cell, tape, tape.add(inputs, inputs), start);
      results.add(reading.outputs().data().clone());
      SplittableRandom factors = new SplittableRandom(SEED + 1);
      Tensor loss = weighted(tape, reading.outputs(), factors);
      for (Tensor part : reading.last().parts()) {
        results.add(part.data().clone());
        loss = tape.add(loss, weighted(tape, part, factors));
      }
      tape.backward(loss);
    }
    cell.weights().named("").values().forEach(x -> results.add(x.gradient()));
    parts.forEach(x -> results.add(x.gradient()));
    results.add(inputs.gradient());
    return results;
  }

  private static Tensor random(SplittableRandom random, int... shape) {
    return Init.normal(Tensor.parameter(shape), 1, random);
  }

  private static Tensor weighted(Tape tape, Tensor x, SplittableRandom random) {
    Tensor factors = random(random, x.shape());
    return tape.sum(tape.mul(x, Tensor.constant(factors.data(), x.shape())));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("passes back what central differences of the loss say")
  void differences(CellType type) {
    SplittableRandom random = new SplittableRandom(SEED);
    Cell cell = type.random(3, 4, random);
    Tensor inputs = random(random, 3, 2, 3);
    List<Tensor> all = new ArrayList<>(cell.weights().named("").values());
    all.add(inputs);
    Tape tape = new Tape(FloatKernels.best());
    tape.backward(loss(tape, cell, inputs));
    for (Tensor x : all) {
      float[] expected = new float[x.size()];
      for (int i = 0; i < expected.length; i++) {
        // The error of the difference grows with the square of the step, and that of the loss's
        // rounding, 2^-24 of some units, is divided by it: 2^-7 leaves about 1e-4 of each.
        float before = x.data()[i];
        float step = 0x1p-7f;
        x.data()[i] = before + step;
        double above = value(cell, inputs);
        x.data()[i] = before - step;
        double below = value(cell, inputs);
        x.data()[i] = before;
        expected[i] = (float) ((above - below) / (2 * step));
      }
      Near.assertClose(type + " " + x, expected, x.gradient(), 2e-3);
    }
  }

  private static double value(Cell cell, Tensor inputs) {
    Tape tape = new Tape(FloatKernels.best());
    return tape.withoutGradients(() -> loss(tape, cell, inputs).value());
  }

  private static Tensor loss(Tape tape, Cell cell, Tensor inputs) {
    Cell.Reading reading = cell.read(tape, inputs, cell.start(inputs.size(1)));
    SplittableRandom factors = new SplittableRandom(SEED + 1);
    Tensor loss = weighted(tape, reading.outputs(), factors);
    for (Tensor part : reading.last().parts()) {
      loss = tape.add(loss, weighted(tape, part, factors));
    }
    return loss;
  }
}
