package workbook.recurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.kernels.Matrix;

/// A cell that reads a whole sequence as one operation of the tape. [Cell#read] says what comes
/// out; this gives the same bits, faster: it makes no tensors on the way, and what the cell does to
/// its gates is one loop.
///
/// All that is kept for the way back lies column by column, one column for each text: the product
/// U·h then takes the weights as they lie, and each gate is an array of its own. Sums are made in
/// the same order as those of the tape: on the way back the last step comes first, but for what
/// belongs to the inputs, which the tape treats in one product.
abstract class Sequence {

  final FloatKernels kernels;
  final Tape tape;
  final State start;
  final int steps;
  final int rows;
  final int width;

  /// Elements of a state.
  final int size;

  private final Weights weights;
  private final Tensor inputs;
  private final int gates;

  /// h before each step, and after the last.
  final float[][] outputs;

  Sequence(Tape tape, Weights weights, Tensor inputs, State start) {
    this.tape = tape;
    this.kernels = tape.kernels();
    this.weights = weights;
    this.inputs = inputs;
    this.start = start;
    steps = inputs.size(0);
    rows = inputs.size(1);
    width = weights.width();
    size = rows * width;
    gates = weights.recurrent().size(0) / width;
    outputs = rooms(steps + 1);
    columns(start.output().data(), 0, outputs[0]);
  }

  /// One step: makes `outputs[time + 1]` of `outputs[time]`.
  ///
  /// @param x for each gate W x + b
  /// @param u for each gate U h + b
  abstract void step(int time, float[][] x, float[][] u);

  /// The way back through a step.
  ///
  /// @param dh the gradient of what came out
  /// @param dx where that of each gate's W x + b is to be written
  /// @param du that of U h + b: the same arrays, if [#sums] says so
  /// @param before to be added to: that of what went in, but for what comes through the product
  abstract void back(int time, float[] dh, float[][] dx, float[][] du, float[] before);

  /// Whether all that matters of x and u is their sum.
  abstract boolean sums();

  Cell.Reading read(String operation) {
    List<Tensor> of = new ArrayList<>(List.of(inputs));
    of.addAll(weights.named("").values());
    of.addAll(start.parts());
    Tensor y =
        tape.outputToSet(operation, new int[] {steps, rows, width}, of.toArray(Tensor[]::new));
    forward(y.data());
    y.onBackward(() -> backward(y.gradient()));
    Tensor last = tape.reshape(tape.slice(y, 0, steps - 1, steps), rows, width);
    return new Cell.Reading(y, last(y, last));
  }

  /// The state after the last step.
  State last(Tensor all, Tensor output) {
    return new State(output);
  }

  private void forward(float[] y) {
    float[][] x = rooms(gates);
    float[][] u = rooms(gates);
    float[][] inputBias = spread(weights.inputBias());
    float[][] recurrentBias = spread(weights.recurrentBias());
    for (int time = 0; time < steps; time++) {
      products(weights.input(), input(inputs.data(), time).transposed(), x);
      products(weights.recurrent(), state(outputs[time]), u);
      for (int gate = 0; gate < gates; gate++) {
        add(x[gate], inputBias[gate], x[gate]);
        add(u[gate], recurrentBias[gate], u[gate]);
      }
      step(time, x, u);
      kernels.copy(
          state(outputs[time + 1]).transposed(), new Matrix(y, time * size, rows, width, width, 1));
    }
  }

  private void products(Tensor of, Matrix b, float[][] results) {
    if (gates == 1) {
      kernels.product(gate(of.data(), of, 0), b, state(results[0]));
    } else {
      kernels.products(gates, i -> gate(of.data(), of, i), _ -> b, i -> state(results[i]));
    }
  }

  private void backward(float[] dy) {
    float[][][] dx = new float[steps][][];
    float[][] transposed = new float[gates][];
    Tensor u = weights.recurrent();
    for (int gate = 0; gate < gates; gate++) {
      transposed[gate] = tape.room(width * width);
      kernels.copy(gate(u.data(), u, gate).transposed(), Matrix.of(transposed[gate], width, width));
    }
    float[] dh = columns(dy, (steps - 1) * size, tape.room(size));
    for (int time = steps - 1; time >= 0; time--) {
      float[] before =
          time == 0 ? gradientOfStart() : columns(dy, (time - 1) * size, tape.room(size));
      dx[time] = rooms(gates);
      float[][] du = sums() ? dx[time] : rooms(gates);
      back(time, dh, dx[time], du, before);
      for (int gate = 0; gate < gates; gate++) {
        kernels.addProduct(
            Matrix.of(transposed[gate], width, width), state(du[gate]), state(before));
      }
      addToWeights(u, du, state(outputs[time]).transposed());
      addToBias(weights.recurrentBias(), du);
      dh = before;
    }
    if (start.output().hasGradient()) {
      kernels.copy(state(dh).transposed(), Matrix.of(start.output().gradient(), rows, width));
    }
    for (int time = 0; time < steps; time++) {
      backwardToInputs(time, dx[time]);
    }
  }

  private float[] gradientOfStart() {
    return start.output().hasGradient()
        ? columns(start.output().gradient(), 0, tape.room(size))
        : tape.scratch(size);
  }

  private void backwardToInputs(int time, float[][] dx) {
    Tensor w = weights.input();
    addToWeights(w, dx, input(inputs.data(), time));
    addToBias(weights.inputBias(), dx);
    if (inputs.hasGradient()) {
      for (int gate = 0; gate < gates; gate++) {
        kernels.addProduct(
            state(dx[gate]).transposed(), gate(w.data(), w, gate), input(inputs.gradient(), time));
      }
    }
  }

  private void addToWeights(Tensor of, float[][] d, Matrix factor) {
    if (of.hasGradient()) {
      kernels.addProducts(gates, i -> state(d[i]), _ -> factor, i -> gate(of.gradient(), of, i));
    }
  }

  /// The sums over the texts, in their order: products with ones.
  private void addToBias(Tensor bias, float[][] d) {
    if (bias.hasGradient()) {
      Matrix ones = new Matrix(new float[] {1}, 0, rows, 1, 0, 0);
      for (int gate = 0; gate < gates; gate++) {
        Matrix sums = new Matrix(bias.gradient(), gate * width, width, 1, 1, 1);
        kernels.addProduct(state(d[gate]), ones, sums);
      }
    }
  }

  /// The rows of a matrix of weights that belong to a gate.
  private Matrix gate(float[] data, Tensor of, int gate) {
    int columns = of.size(1);
    return new Matrix(data, gate * width * columns, width, columns, columns, 1);
  }

  final Matrix state(float[] data) {
    return Matrix.of(data, width, rows);
  }

  private Matrix input(float[] data, int time) {
    int columns = inputs.size(2);
    return new Matrix(data, time * rows * columns, rows, columns, columns, 1);
  }

  /// Copies a state that lies row by row.
  final float[] columns(float[] from, int at, float[] to) {
    kernels.copy(new Matrix(from, at, rows, width, width, 1).transposed(), state(to));
    return to;
  }

  /// The bias of each gate, once for each text.
  private float[][] spread(Tensor bias) {
    float[][] spread = rooms(gates);
    for (int i = 0; i < gates * size; i++) {
      spread[i / size][i % size] = bias.data()[i / rows];
    }
    return spread;
  }

  final float[][] rooms(int count) {
    return IntStream.range(0, count).mapToObj(_ -> tape.room(size)).toArray(float[][]::new);
  }

  /// @param sums may be one of the other two
  static void add(float[] a, float[] b, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = a[i] + b[i];
    }
  }
}
