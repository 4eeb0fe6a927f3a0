package workbook.recurrent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.kernels.Matrix;

/// A cell that reads a whole sequence as one operation of the tape. [Cell#read] says what comes
/// out; this gives the same bits, faster: it makes no tensors on the way, and what the cell does to
/// its gates is one loop.
///
/// Texts do not wait for each other, so each thread reads some of them from the first step to the
/// last, and goes back through them likewise. The gradients of the weights are sums over all texts
/// and steps: [WeightGradients] makes them last.
final class Unrolled {

  private final Tape tape;
  private final Weights weights;
  private final Tensor inputs;
  private final State start;
  private final Maker maker;
  private final int steps;
  private final int rows;
  private final int width;

  /// In the order of the texts.
  private List<Sequence> parts;

  Unrolled(Tape tape, Weights weights, Tensor inputs, State start, Maker maker) {
    this.tape = tape;
    this.weights = weights;
    this.inputs = inputs;
    this.start = start;
    this.maker = maker;
    steps = inputs.size(0);
    rows = inputs.size(1);
    width = weights.width();
  }

  /// What a cell does to some of the texts.
  @FunctionalInterface
  interface Maker {
    Sequence make(Tape tape, FloatKernels kernels, Sequence.Given given);
  }

  Cell.Reading read(String operation) {
    List<Tensor> of = new ArrayList<>(List.of(inputs));
    of.addAll(weights.named("").values());
    of.addAll(start.parts());
    Tensor y =
        tape.outputToSet(operation, new int[] {steps, rows, width}, of.toArray(Tensor[]::new));
    Queue<Sequence> made = new ConcurrentLinkedQueue<>();
    tape.kernels()
        .each(
            rows,
            work(),
            (kernels, from, to) -> {
              Sequence.Given given = new Sequence.Given(weights, inputs, start, from, to);
              Sequence part = maker.make(tape, kernels, given);
              part.forward(y.data());
              made.add(part);
            });
    parts = made.stream().sorted(Comparator.comparingInt(part -> part.given.from())).toList();
    y.onBackward(() -> backward(y));
    List<Tensor> last = new ArrayList<>();
    last.add(tape.reshape(tape.slice(y, 0, steps - 1, steps), rows, width));
    if (start.parts().size() == 2) {
      last.add(memory(y));
    }
    return new Cell.Reading(y, new State(last));
  }

  /// What is made of c after the last step is not known to the output, but comes after it. Only an
  /// LSTM has a second part of its state.
  private Tensor memory(Tensor y) {
    Tensor memory = tape.outputToSet("memory", new int[] {rows, width}, y);
    List<LstmSequence> remember = parts.stream().map(LstmSequence.class::cast).toList();
    remember.forEach(part -> part.memoryTo(memory.data()));
    memory.onBackward(() -> remember.forEach(part -> part.gradientOfMemory(memory.gradient())));
    return memory;
  }

  private long work() {
    return (long) steps * rows * weights.recurrent().size();
  }

  private void backward(Tensor y) {
    float[][] transposed = transposed();
    tape.kernels()
        .each(
            parts.size(),
            work(),
            (_, from, to) ->
                parts.subList(from, to).forEach(part -> part.backward(y.gradient(), transposed)));
    WeightGradients gradients = new WeightGradients(weights, inputs, parts);
    tape.kernels()
        .each(
            weights.recurrent().size(0),
            work(),
            (kernels, from, to) -> {
              gradients.addRecurrent(kernels, start.output().data(), y.data(), from, to);
              gradients.addInput(kernels, from, to);
            });
  }

  /// Uᵀ of each gate.
  private float[][] transposed() {
    Tensor u = weights.recurrent();
    float[][] transposed = new float[u.size(0) / width][];
    for (int gate = 0; gate < transposed.length; gate++) {
      transposed[gate] = tape.room(width * width);
      Matrix of = new Matrix(u.data(), gate * width * width, width, width, width, 1);
      tape.kernels().copy(of.transposed(), Matrix.of(transposed[gate], width, width));
    }
    return transposed;
  }
}
