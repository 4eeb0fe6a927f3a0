package workbook.recurrent;

import workbook.autograd.Tape;
import workbook.kernels.FloatKernels;

/// [GruCell] over a whole sequence: the loops are its formulas, and their derivatives.
final class GruSequence extends Sequence {

  /// For each step r, z, n, and U h + b of n.
  private final float[][][] kept;

  GruSequence(Tape tape, FloatKernels kernels, Given given) {
    super(tape, kernels, given);
    kept = new float[steps][][];
  }

  /// The sum of n has a factor r for one of them.
  @Override
  boolean sums() {
    return false;
  }

  @Override
  void step(int time, float[][] x, float[][] bx, float[][] u, float[][] bu) {
    kept[time] = rooms(4);
    float[] r = kept[time][0];
    float[] z = kept[time][1];
    float[] n = kept[time][2];
    float[] un = kept[time][3];
    add(x[0], bx[0], u[0], bu[0], r);
    kernels.sigmoid(r, r, 0, size);
    add(x[1], bx[1], u[1], bu[1], z);
    kernels.sigmoid(z, z, 0, size);
    reset(x[2], bx[2], r, u[2], bu[2], un, n);
    kernels.tanh(n, n, 0, size);
    mix(z, n, outputs[time], outputs[time + 1]);
  }

  private static void reset(
      float[] x, float[] bx, float[] r, float[] u, float[] bu, float[] un, float[] sums) {
    for (int k = 0; k < sums.length; k++) {
      float ofState = u[k] + bu[k];
      un[k] = ofState;
      sums[k] = (x[k] + bx[k]) + r[k] * ofState;
    }
  }

  private static void mix(float[] z, float[] n, float[] before, float[] h) {
    for (int k = 0; k < h.length; k++) {
      h[k] = n[k] + z[k] * (before[k] - n[k]);
    }
  }

  @Override
  void back(int time, float[] dh, float[][] dx, float[][] du, float[] before) {
    float[][] of = kept[time];
    backToMix(dh, of[1], of[2], outputs[time], dx[1], dx[2], before);
    System.arraycopy(dx[1], 0, du[1], 0, size);
    backToReset(dx[2], of[0], of[3], dx[0], du[2]);
    System.arraycopy(dx[0], 0, du[0], 0, size);
  }

  /// h' = n + z · (h - n), where n = tanh of its sum.
  private static void backToMix(
      float[] dh, float[] z, float[] n, float[] h, float[] dz, float[] dn, float[] before) {
    for (int k = 0; k < dh.length; k++) {
      float through = dh[k] * z[k];
      dz[k] = dh[k] * (h[k] - n[k]) * (z[k] * (1 - z[k]));
      dn[k] = (dh[k] - through) * (1 - n[k] * n[k]);
      before[k] += through;
    }
  }

  /// The sum of n: x + r · u.
  private static void backToReset(float[] dn, float[] r, float[] u, float[] dr, float[] du) {
    for (int k = 0; k < dn.length; k++) {
      dr[k] = dn[k] * u[k] * (r[k] * (1 - r[k]));
      du[k] = dn[k] * r[k];
    }
  }
}
