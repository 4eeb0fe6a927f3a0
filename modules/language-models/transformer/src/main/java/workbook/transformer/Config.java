package workbook.transformer;

import java.util.LinkedHashMap;
import java.util.Map;

/// The sizes of a model, from which the shape of every parameter follows.
///
/// @param context how many positions there are to learn, where they are learned
/// @param width of a place's vector between the blocks
/// @param heads heads of queries
/// @param shared heads of keys and values
/// @param hidden width of the feed-forward network's hidden layer
public record Config(
    String name,
    Style style,
    int vocabulary,
    int context,
    int width,
    int layers,
    int heads,
    int shared,
    int hidden) {

  /// @throws IllegalArgumentException if the heads do not divide the width, or cannot be shared out
  public Config {
    if (width % heads != 0) {
      throw new IllegalArgumentException(
          "%s: %d heads do not divide a width of %d".formatted(name, heads, width));
    }
    Attention.checkShared(heads, shared);
  }

  /// The shape of every parameter by its name, in the order in which they are used. Nothing is
  /// allocated, so a model can be counted that fits no memory.
  public Map<String, int[]> shapes() {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    shapes.put("token", new int[] {vocabulary, width});
    if (style.positions() == Style.Positions.LEARNED) {
      shapes.put("position", new int[] {context, width});
    }
    if (style.encoder()) {
      shapes.put("segment", new int[] {2, width});
      norm(shapes, "embeddingNorm");
    }
    for (int layer = 0; layer < layers; layer++) {
      block(shapes, layer + ".");
    }
    if (style.order().isNormedBefore()) {
      norm(shapes, "norm");
    }
    if (style.encoder()) {
      linear(shapes, "pooler", width, width);
    } else if (!style.tied()) {
      shapes.put("output.weight", new int[] {vocabulary, width});
    }
    return shapes;
  }

  void block(Map<String, int[]> shapes, String prefix) {
    residual(shapes, prefix + "first");
    attention(shapes, prefix);
    residual(shapes, prefix + "second");
    if (style.gated()) {
      linear(shapes, prefix + "gate", hidden, width);
    }
    linear(shapes, prefix + "up", hidden, width);
    linear(shapes, prefix + "down", width, hidden);
  }

  void attention(Map<String, int[]> shapes, String prefix) {
    int sharedWidth = width / heads * shared;
    linear(shapes, prefix + "query", width, width);
    linear(shapes, prefix + "key", sharedWidth, width);
    linear(shapes, prefix + "value", sharedWidth, width);
    linear(shapes, prefix + "output", width, width);
  }

  /// The norm of a part of a block, or its two.
  void residual(Map<String, int[]> shapes, String name) {
    norm(shapes, name);
    if (style.order() == Block.Order.SANDWICH) {
      norm(shapes, name + "Closing");
    }
  }

  void norm(Map<String, int[]> shapes, String name) {
    shapes.put(name + ".gain", new int[] {width});
    if (!style.rms() && style.biases()) {
      shapes.put(name + ".bias", new int[] {width});
    }
  }

  private void linear(Map<String, int[]> shapes, String name, int outputs, int inputs) {
    shapes.put(name + ".weight", new int[] {outputs, inputs});
    if (style.biases()) {
      shapes.put(name + ".bias", new int[] {outputs});
    }
  }

  /// How many numbers are learned.
  public long parameters() {
    return parameters("");
  }

  /// How many of them have a name that contains `part`.
  long parameters(String part) {
    return shapes().entrySet().stream()
        .filter(entry -> entry.getKey().contains(part))
        .mapToLong(entry -> size(entry.getValue()))
        .sum();
  }

  private static long size(int... shape) {
    long size = 1;
    for (int length : shape) {
      size *= length;
    }
    return size;
  }
}
