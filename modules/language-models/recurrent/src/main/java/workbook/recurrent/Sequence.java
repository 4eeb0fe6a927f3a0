package workbook.recurrent;

import java.util.Arrays;
import java.util.stream.IntStream;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.kernels.Matrix;

/// Some of the texts that an [Unrolled] cell reads, from the first step to the last, on one thread.
///
/// All that is kept for the way back lies column by column, one column for each text: the product
/// U·h then takes the weights as they lie, and each gate is an array of its own.
abstract class Sequence {

  final FloatKernels kernels;
  final Tape tape;
  final Given given;
  final int steps;
  final int rows;
  final int width;

  /// Elements of a state.
  final int size;

  private final int gates;

  /// h before each step, and after the last.
  final float[][] outputs;

  /// What each gate's W x + b and U h + b get on the way back, for each step.
  private final float[][][] dx;

  private final float[][][] du;

  /// What all parts have in common, and which texts are those of this one: `from` to `to - 1`.
  record Given(Weights weights, Tensor inputs, State start, int from, int to) {}

  Sequence(Tape tape, FloatKernels kernels, Given given) {
    this.tape = tape;
    this.kernels = kernels;
    this.given = given;
    steps = given.inputs.size(0);
    rows = given.to - given.from;
    width = given.weights.width();
    size = rows * width;
    gates = given.weights.recurrent().size(0) / width;
    outputs = rooms(steps + 1);
    dx = new float[steps][][];
    du = new float[steps][][];
    columns(given.start.output().data(), 0, outputs[0]);
  }

  /// One step: makes `outputs[time + 1]` of `outputs[time]`.
  ///
  /// @param x for each gate W x
  /// @param u for each gate U h
  /// @param bx for each gate the bias of W x
  /// @param bu for each gate the bias of U h
  abstract void step(int time, float[][] x, float[][] bx, float[][] u, float[][] bu);

  /// The way back through a step.
  ///
  /// @param dh the gradient of what came out
  /// @param dx where that of each gate's W x + b is to be written
  /// @param du that of U h + b: the same arrays, if [#sums] says so
  /// @param before to be added to: that of what went in, but for what comes through the product
  abstract void back(int time, float[] dh, float[][] dx, float[][] du, float[] before);

  /// Whether all that matters of x and u is their sum.
  abstract boolean sums();

  /// Where [#back] may write `dx`.
  float[][] roomForGradients(int time) {
    return rooms(gates);
  }

  final void forward(float[] y) {
    float[][] x = rooms(gates);
    float[][] u = rooms(gates);
    float[][] bx = spread(given.weights.inputBias());
    float[][] bu = spread(given.weights.recurrentBias());
    for (int time = 0; time < steps; time++) {
      products(given.weights.input(), input(given.inputs.data(), time).transposed(), x);
      products(given.weights.recurrent(), state(outputs[time]), u);
      step(time, x, bx, u, bu);
      kernels.copy(state(outputs[time + 1]).transposed(), rows(y, time));
    }
  }

  private void products(Tensor of, Matrix b, float[][] results) {
    kernels.products(gates, i -> gate(of.data(), of, i), _ -> b, i -> state(results[i]));
  }

  /// The way back to the states and the inputs.
  ///
  /// @param transposed Uᵀ of each gate
  final void backward(float[] dy, float[][] transposed) {
    float[] dh = columns(dy, steps - 1, tape.room(size));
    for (int time = steps - 1; time >= 0; time--) {
      float[] before = time == 0 ? gradientOfStart() : columns(dy, time - 1, tape.room(size));
      dx[time] = roomForGradients(time);
      du[time] = sums() ? dx[time] : rooms(gates);
      back(time, dh, dx[time], du[time], before);
      for (int gate = 0; gate < gates; gate++) {
        kernels.addProduct(
            Matrix.of(transposed[gate], width, width), state(du[time][gate]), state(before));
      }
      dh = before;
    }
    if (given.start.output().hasGradient()) {
      kernels.copy(state(dh).transposed(), rows(given.start.output().gradient(), 0));
    }
    if (given.inputs.hasGradient()) {
      backToInputs(given.weights.input(), given.inputs.gradient());
    }
  }

  private float[] gradientOfStart() {
    return given.start.output().hasGradient()
        ? columns(given.start.output().gradient(), 0, tape.room(size))
        : tape.scratch(size);
  }

  private void backToInputs(Tensor w, float[] gradient) {
    int columns = w.size(1);
    float[] room = tape.room(columns * rows);
    Matrix found = Matrix.of(room, columns, rows);
    Matrix[] transposed = new Matrix[gates];
    for (int i = 0; i < gates; i++) {
      transposed[i] = Matrix.of(tape.room(columns * width), columns, width);
      kernels.copy(gate(w.data(), w, i).transposed(), transposed[i]);
    }
    for (int time = 0; time < steps; time++) {
      Matrix all = input(gradient, time);
      kernels.copy(all.transposed(), found);
      for (int gate = 0; gate < gates; gate++) {
        kernels.addProduct(transposed[gate], state(dx[time][gate]), found);
      }
      kernels.copy(found.transposed(), all);
    }
  }

  /// That of each gate's W x + b at a step, after the way back.
  final float[][] gradientOfInput(int time) {
    return dx[time];
  }

  /// That of each gate's U h + b.
  final float[][] gradientOfState(int time) {
    return du[time];
  }

  /// The rows of a matrix of weights that belong to a gate.
  private Matrix gate(float[] data, Tensor of, int gate) {
    int columns = of.size(1);
    return new Matrix(data, gate * width * columns, width, columns, columns, 1);
  }

  final Matrix state(float[] data) {
    return Matrix.of(data, width, rows);
  }

  /// The rows of these texts, of the inputs.
  final Matrix input(float[] data, int time) {
    return texts(data, time, given.inputs.size(2));
  }

  /// The rows of these texts, of states that lie row by row.
  final Matrix rows(float[] data, int time) {
    return texts(data, time, width);
  }

  private Matrix texts(float[] data, int time, int columns) {
    int all = given.inputs.size(1);
    return new Matrix(data, (time * all + given.from) * columns, rows, columns, columns, 1);
  }

  /// Copies a state that lies row by row.
  final float[] columns(float[] from, int time, float[] to) {
    kernels.copy(rows(from, time).transposed(), state(to));
    return to;
  }

  /// The bias of each gate, once for each text.
  private float[][] spread(Tensor bias) {
    float[][] spread = rooms(gates);
    for (int i = 0; i < gates * width; i++) {
      int start = i % width * rows;
      Arrays.fill(spread[i / width], start, start + rows, bias.data()[i]);
    }
    return spread;
  }

  final float[][] rooms(int count) {
    return IntStream.range(0, count).mapToObj(_ -> tape.room(size)).toArray(float[][]::new);
  }

  /// (x + bx) + (u + bu).
  static void add(float[] x, float[] bx, float[] u, float[] bu, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = (x[i] + bx[i]) + (u[i] + bu[i]);
    }
  }
}
