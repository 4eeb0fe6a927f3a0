package workbook.recurrent;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// [RnnCell] over a whole sequence.
final class RnnSequence extends Sequence {

  RnnSequence(Tape tape, Weights weights, Tensor inputs, State start) {
    super(tape, weights, inputs, start);
  }

  @Override
  boolean sums() {
    return true;
  }

  @Override
  void step(int time, float[][] x, float[][] u) {
    float[] h = outputs[time + 1];
    add(x[0], u[0], h);
    kernels.tanh(h, h, 0, size);
  }

  @Override
  void back(int time, float[] dh, float[][] dx, float[][] du, float[] before) {
    back(dh, outputs[time + 1], dx[0]);
  }

  private static void back(float[] dh, float[] h, float[] dSum) {
    for (int k = 0; k < dh.length; k++) {
      dSum[k] = dh[k] * (1 - h[k] * h[k]);
    }
  }
}
