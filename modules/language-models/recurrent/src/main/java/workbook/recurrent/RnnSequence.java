package workbook.recurrent;

import workbook.autograd.Tape;
import workbook.kernels.FloatKernels;

/// [RnnCell] over a whole sequence.
final class RnnSequence extends Sequence {

  RnnSequence(Tape tape, FloatKernels kernels, Given given) {
    super(tape, kernels, given);
  }

  @Override
  boolean sums() {
    return true;
  }

  @Override
  void step(int time, float[][] x, float[][] bx, float[][] u, float[][] bu) {
    float[] h = outputs[time + 1];
    add(x[0], bx[0], u[0], bu[0], h);
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
