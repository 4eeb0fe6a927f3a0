package workbook.statespace;

import java.util.Arrays;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;

/// One of the coefficients of a [SelectiveScan]: the same at all places, or another at each.
///
/// On the way back each sequence adds to a gradient of its own where all share one, and these are
/// added up in the order of the sequences. So the sum is the same for any number of threads.
final class Coefficient {

  private final Tensor tensor;
  private final boolean selective;
  private final int columns;
  private final int width;
  private float[] gradient;

  /// @param placewise the shape where it differs from place to place, or null if it must not
  /// @param shared the shape where it is the same at all
  Coefficient(String name, Tensor tensor, int[] placewise, int... shared) {
    this.tensor = tensor;
    this.selective = Arrays.equals(tensor.shape(), placewise);
    this.columns = tensor.size(tensor.axes() - 1);
    this.width = shared[shared.length - 1];
    if (!selective && !Arrays.equals(tensor.shape(), shared)) {
      throw new IllegalArgumentException(
          "selectiveScan: %s must have the shape %s%s, and has %s"
              .formatted(
                  name,
                  placewise == null ? "" : Arrays.toString(placewise) + " or ",
                  Arrays.toString(shared),
                  tensor));
    }
  }

  boolean isSelective() {
    return selective;
  }

  float[] data() {
    return tensor.data();
  }

  /// Where the elements for a place begin.
  int at(int place) {
    return selective ? place * columns : 0;
  }

  /// What state `n` of each channel is multiplied by.
  void row(int place, int n, float[] row) {
    if (selective) {
      Arrays.fill(row, tensor.data()[place * columns + n]);
    } else {
      System.arraycopy(tensor.data(), n * columns, row, 0, columns);
    }
  }

  void begin(Tape t, int batch) {
    if (selective) {
      gradient = tensor.hasGradient() ? tensor.gradient() : t.room(tensor.size());
    } else {
      gradient = t.scratch(batch * tensor.size());
    }
  }

  /// Adds a gradient for every column.
  void addRow(int sequence, int place, float[] row) {
    int start = selective ? place * columns : sequence * columns;
    for (int e = 0; e < row.length; e++) {
      gradient[start + e] += row[e];
    }
  }

  /// Adds the gradient of what state `n` of each channel is multiplied by: `p · q`, channel by
  /// channel, or their sum where all channels have one.
  void addProduct(
      FloatKernels one, int sequence, int place, int n, float[] p, int pAt, float[] q, int qAt) {
    if (selective) {
      gradient[place * columns + n] += one.dot(p, pAt, q, qAt, width);
      return;
    }
    int start = sequence * tensor.size() + n * columns;
    for (int e = 0; e < width; e++) {
      gradient[start + e] += p[pAt + e] * q[qAt + e];
    }
  }

  void end(int batch) {
    if (selective || !tensor.hasGradient()) {
      return;
    }
    float[] all = tensor.gradient();
    for (int sequence = 0; sequence < batch; sequence++) {
      for (int i = 0; i < all.length; i++) {
        all[i] += gradient[sequence * all.length + i];
      }
    }
  }
}
