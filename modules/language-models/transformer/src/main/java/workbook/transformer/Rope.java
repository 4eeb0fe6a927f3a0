package workbook.transformer;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// Rotary position embedding (Su and others, 2021): pairs of elements of queries and keys are
/// turned by an angle that grows with the position. A product of a query and a key then depends on
/// the difference of their angles, that is, on their distance.
///
/// @param pairing which two elements make a pair
/// @param base 10000 in most models; a larger one turns more slowly
public record Rope(Pairing pairing, double base) {

  /// Two conventions, and files of both are about. With the wrong one nothing fails: the model only
  /// talks nonsense.
  public enum Pairing {
    /// Element i with i + width / 2: GPT-NeoX and Hugging Face.
    HALVES,
    /// Element 2i with 2i + 1: the paper, GPT-J, and Meta's own files.
    ADJACENT;

    int first(int pair) {
      return this == HALVES ? pair : 2 * pair;
    }

    int second(int pair, int width) {
      return this == HALVES ? pair + width / 2 : 2 * pair + 1;
    }
  }

  /// @param x `[…, time, width]` with an even width
  /// @param start the position of the first row
  /// @throws IllegalArgumentException if the width is odd
  public Tensor apply(Tape t, Tensor x, int start) {
    if (x.size(x.axes() - 1) % 2 != 0) {
      throw new IllegalArgumentException("no pairs can be made of %s".formatted(x));
    }
    Tensor y = t.output("rope", x.shape(), x);
    turn(x.data(), y.data(), x.size(x.axes() - 2), x.size(x.axes() - 1), start, 1);
    // The inverse of a rotation is its transpose: the gradient is turned back.
    y.onBackward(() ->
        turn(y.gradient(), x.gradient(), x.size(x.axes() - 2), x.size(x.axes() - 1), start, -1));
    return y;
  }

  /// Adds to `to` what is in `from`, turned.
  private void turn(float[] from, float[] to, int time, int width, int start, int direction) {
    float[] cos = new float[time * width / 2];
    float[] sin = new float[time * width / 2];
    for (int i = 0; i < cos.length; i++) {
      int position = start + i / (width / 2);
      double angle = direction * position * Sinusoidal.frequency(i % (width / 2), width, base);
      cos[i] = (float) StrictMath.cos(angle);
      sin[i] = (float) StrictMath.sin(angle);
    }
    for (int row = 0; row < from.length / width; row++) {
      for (int pair = 0; pair < width / 2; pair++) {
        int i = row % time * (width / 2) + pair;
        int a = row * width + pairing.first(pair);
        int b = row * width + pairing.second(pair, width);
        to[a] += from[a] * cos[i] - from[b] * sin[i];
        to[b] += from[b] * cos[i] + from[a] * sin[i];
      }
    }
  }

  /// Where each element of a head must come from, so that [Pairing#HALVES] pairs what
  /// [Pairing#ADJACENT] paired: 0 2 4 6 1 3 5 7 for a width of 8. The rows of the weights of
  /// queries and keys are put in this order, head by head, when a file changes its convention.
  public static int[] halvesFromAdjacent(int width) {
    int[] from = new int[width];
    for (int pair = 0; pair < width / 2; pair++) {
      from[Pairing.HALVES.first(pair)] = Pairing.ADJACENT.first(pair);
      from[Pairing.HALVES.second(pair, width)] = Pairing.ADJACENT.second(pair, width);
    }
    return from;
  }
}
