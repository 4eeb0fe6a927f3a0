package workbook.recurrent;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.Matrix;

/// [LstmCell] over a whole sequence: the loops are its formulas, and their derivatives.
final class LstmSequence extends Sequence {

  /// For each step i, f, g and o.
  private final float[][][] gates;

  /// c before each step, and after the last.
  private final float[][] memories;

  /// tanh c after each step.
  private final float[][] bounded;

  /// The gradient of c on its way back.
  private float[] dMemory;

  LstmSequence(Tape tape, Weights weights, Tensor inputs, State start) {
    super(tape, weights, inputs, start);
    gates = new float[steps][][];
    memories = rooms(steps + 1);
    bounded = rooms(steps);
    columns(start.memory().data(), 0, memories[0]);
  }

  @Override
  boolean sums() {
    return true;
  }

  @Override
  void step(int time, float[][] x, float[][] u) {
    gates[time] = rooms(4);
    for (int gate = 0; gate < 4; gate++) {
      float[] sums = gates[time][gate];
      add(x[gate], u[gate], sums);
      if (gate == 2) {
        kernels.tanh(sums, sums, 0, size);
      } else {
        kernels.sigmoid(sums, sums, 0, size);
      }
    }
    float[] c = memories[time + 1];
    remember(gates[time][0], gates[time][1], gates[time][2], memories[time], c);
    kernels.tanh(c, bounded[time], 0, size);
    multiply(gates[time][3], bounded[time], outputs[time + 1]);
  }

  private static void remember(float[] i, float[] f, float[] g, float[] before, float[] c) {
    for (int k = 0; k < c.length; k++) {
      c[k] = f[k] * before[k] + i[k] * g[k];
    }
  }

  private static void multiply(float[] o, float[] bounded, float[] h) {
    for (int k = 0; k < h.length; k++) {
      h[k] = o[k] * bounded[k];
    }
  }

  /// What is made of c after the last step is not known to the output, but comes after it.
  @Override
  State last(Tensor all, Tensor output) {
    Tensor memory = tape.outputToSet("memory", new int[] {rows, width}, all);
    kernels.copy(state(memories[steps]).transposed(), Matrix.of(memory.data(), rows, width));
    memory.onBackward(() -> dMemory = columns(memory.gradient(), 0, tape.room(size)));
    return new State(output, memory);
  }

  @Override
  void back(int time, float[] dh, float[][] dx, float[][] du, float[] before) {
    float[][] gate = gates[time];
    float[] dc = dMemory == null ? tape.scratch(size) : dMemory;
    float[] dcBefore = tape.room(size);
    backToMemory(dh, gate[3], bounded[time], dc, dx[3]);
    backToGates(dc, gate[0], gate[2], dx[0], dx[2]);
    backToForget(dc, gate[1], memories[time], dx[1], dcBefore);
    dMemory = dcBefore;
    if (time == 0 && start.memory().hasGradient()) {
      addToStart(dMemory, start.memory().gradient());
    }
  }

  private void addToStart(float[] columns, float[] gradient) {
    for (int i = 0; i < size; i++) {
      gradient[i] += columns[i % width * rows + i / width];
    }
  }

  /// h = o · tanh c.
  private static void backToMemory(float[] dh, float[] o, float[] t, float[] dc, float[] dO) {
    for (int k = 0; k < dc.length; k++) {
      dO[k] = dh[k] * t[k] * (o[k] * (1 - o[k]));
      dc[k] += dh[k] * o[k] * (1 - t[k] * t[k]);
    }
  }

  /// The part i · g of c.
  private static void backToGates(float[] dc, float[] i, float[] g, float[] di, float[] dg) {
    for (int k = 0; k < dc.length; k++) {
      di[k] = dc[k] * g[k] * (i[k] * (1 - i[k]));
      dg[k] = dc[k] * i[k] * (1 - g[k] * g[k]);
    }
  }

  /// The part f · c.
  private static void backToForget(
      float[] dc, float[] f, float[] before, float[] df, float[] dBefore) {
    for (int k = 0; k < dc.length; k++) {
      df[k] = dc[k] * before[k] * (f[k] * (1 - f[k]));
      dBefore[k] = dc[k] * f[k];
    }
  }
}
