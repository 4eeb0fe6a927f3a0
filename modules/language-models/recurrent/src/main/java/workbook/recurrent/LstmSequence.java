package workbook.recurrent;

import workbook.autograd.Tape;
import workbook.kernels.FloatKernels;

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

  LstmSequence(Tape tape, FloatKernels kernels, Given given) {
    super(tape, kernels, given);
    gates = new float[steps][][];
    memories = rooms(steps + 1);
    bounded = rooms(steps);
    columns(given.start().memory().data(), 0, memories[0]);
  }

  @Override
  boolean sums() {
    return true;
  }

  @Override
  void step(int time, float[][] x, float[][] bx, float[][] u, float[][] bu) {
    gates[time] = rooms(4);
    for (int gate = 0; gate < 4; gate++) {
      float[] sums = gates[time][gate];
      add(x[gate], bx[gate], u[gate], bu[gate], sums);
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

  /// Writes the memory after the last step to its rows of `all`.
  void memoryTo(float[] all) {
    kernels.copy(state(memories[steps]).transposed(), rows(all, 0));
  }

  /// Tells the gradient of the memory after the last step.
  void gradientOfMemory(float[] all) {
    dMemory = columns(all, 0, tape.room(size));
  }

  /// What comes after does not need the gates any more.
  @Override
  float[][] roomForGradients(int time) {
    return gates[time];
  }

  @Override
  void back(int time, float[] dh, float[][] dx, float[][] du, float[] before) {
    float[] dc = dMemory == null ? tape.scratch(size) : dMemory;
    float[] dcBefore = tape.room(size);
    backToMemory(dh, dx[3], bounded[time], dc);
    backToGates(dc, dx[0], dx[2]);
    backToForget(dc, dx[1], memories[time], dcBefore);
    dMemory = dcBefore;
    if (time == 0 && given.start().memory().hasGradient()) {
      addToStart(dMemory, given.start().memory().gradient());
    }
  }

  private void addToStart(float[] columns, float[] gradient) {
    for (int i = 0; i < size; i++) {
      gradient[given.from() * width + i] += columns[i % width * rows + i / width];
    }
  }

  /// h = o · tanh c. The gradient of a gate's sum takes the place of the gate.
  private static void backToMemory(float[] dh, float[] o, float[] t, float[] dc) {
    for (int k = 0; k < dc.length; k++) {
      float open = o[k];
      o[k] = dh[k] * t[k] * (open * (1 - open));
      dc[k] += dh[k] * open * (1 - t[k] * t[k]);
    }
  }

  /// The part i · g of c.
  private static void backToGates(float[] dc, float[] i, float[] g) {
    for (int k = 0; k < dc.length; k++) {
      float in = i[k];
      float fresh = g[k];
      i[k] = dc[k] * fresh * (in * (1 - in));
      g[k] = dc[k] * in * (1 - fresh * fresh);
    }
  }

  /// The part f · c.
  private static void backToForget(float[] dc, float[] f, float[] before, float[] dBefore) {
    for (int k = 0; k < dc.length; k++) {
      float kept = f[k];
      f[k] = dc[k] * before[k] * (kept * (1 - kept));
      dBefore[k] = dc[k] * kept;
    }
  }
}
