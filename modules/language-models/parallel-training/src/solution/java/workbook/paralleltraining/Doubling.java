package workbook.paralleltraining;

/// In round k the partner is the one whose rank differs in bit k. Both add the same two numbers,
/// and a + b is b + a, so they have the same bits. What is received waits in an array of its own: x
/// is still one of the two.
final class Doubling {

  private Doubling() {}

  static void allReduce(Communicator c, float[] x) {
    if (Integer.bitCount(c.size()) != 1) {
      throw new IllegalArgumentException(
          "%d workers are no power of two, and cannot be paired".formatted(c.size()));
    }
    float[] received = new float[x.length];
    for (int bit = 1; bit < c.size(); bit *= 2) {
      int partner = c.rank() ^ bit;
      c.send(partner, x, 0, x.length);
      c.receive(partner, received, 0, x.length);
      for (int i = 0; i < x.length; i++) {
        x[i] += received[i];
      }
    }
  }
}
