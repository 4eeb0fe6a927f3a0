package workbook.kernels;

import java.util.Arrays;

/// Copies `b` into the order in which a [Tile] reads it: panels of as many columns as the tile has,
/// in each panel row after row. The loop over the terms then reads a panel from front to back, and
/// it does not matter any more whether `b` was transposed.
final class Panels {

  private Panels() {}

  /// How many floats the panels take. A last one that is not full is filled up with zeros.
  static int size(Matrix b, int width) {
    return Math.multiplyExact(Math.ceilDiv(b.columns(), width) * width, b.rows());
  }

  static void pack(Matrix b, int width, float[] panels) {
    for (int j = 0; j < b.columns(); j += width) {
      pack(b.columns(j, Math.min(j + width, b.columns())), width, panels, j * b.rows());
    }
  }

  private static void pack(Matrix b, int width, float[] panels, int at) {
    if (b.columns() < width) {
      Arrays.fill(panels, at, at + width * b.rows(), 0);
    }
    if (b.right() == 1) {
      for (int k = 0; k < b.rows(); k++) {
        System.arraycopy(b.data(), b.at() + k * b.down(), panels, at + k * width, b.columns());
      }
    } else {
      for (int j = 0; j < b.columns(); j++) {
        spread(b.data(), b.at() + j * b.right(), b.down(), panels, at + j, width, b.rows());
      }
    }
  }

  private static void spread(
      float[] from, int fromAt, int fromStep, float[] to, int toAt, int toStep, int count) {
    for (int k = 0; k < count; k++) {
      to[toAt + k * toStep] = from[fromAt + k * fromStep];
    }
  }
}
