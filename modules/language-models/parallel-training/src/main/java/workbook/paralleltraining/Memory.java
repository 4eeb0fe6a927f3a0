package workbook.paralleltraining;

/// Counts what a worker keeps: every array of weights, gradients and optimiser state is made here,
/// and given back here.
final class Memory {

  private long held;
  private long peak;

  float[] floats(int length) {
    take((long) Float.BYTES * length);
    return new float[length];
  }

  /// Numbers of 16 bits.
  short[] halves(int length) {
    take((long) Short.BYTES * length);
    return new short[length];
  }

  void take(long bytes) {
    held += bytes;
    peak = Math.max(peak, held);
  }

  void giveBack(long bytes) {
    held -= bytes;
  }

  /// The most bytes that were held at once.
  long peak() {
    return peak;
  }
}
