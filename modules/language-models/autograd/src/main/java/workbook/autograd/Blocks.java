package workbook.autograd;

/// Pieces of one array that are added to pieces of another.
final class Blocks {

  private Blocks() {}

  /// Adds `count` blocks of `width` elements. The first begin at `fromStart` and `toStart`, the
  /// next ones `fromStep` and `toStep` further on.
  static void add(
      float[] from,
      int fromStart,
      int fromStep,
      float[] to,
      int toStart,
      int toStep,
      int width,
      int count) {
    for (int block = 0; block < count; block++) {
      int source = fromStart + block * fromStep;
      int target = toStart + block * toStep;
      for (int i = 0; i < width; i++) {
        to[target + i] += from[source + i];
      }
    }
  }

  /// Adds a tensor of this shape to one in which the axes `first` < `second` are exchanged.
  static void addExchanged(float[] from, int[] shape, int first, int second, float[] to) {
    int outer = Shape.product(shape, 0, first);
    int a = shape[first];
    int between = Shape.product(shape, first + 1, second);
    int b = shape[second];
    int inner = Shape.product(shape, second + 1, shape.length);
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < a; i++) {
        for (int m = 0; m < between; m++) {
          int source = ((o * a + i) * between + m) * b * inner;
          int target = ((o * b * between + m) * a + i) * inner;
          add(from, source, inner, to, target, between * a * inner, inner, b);
        }
      }
    }
  }
}
