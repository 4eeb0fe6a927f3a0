package workbook.paralleltraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.text.Batches;
import workbook.transformer.Activation;
import workbook.transformer.Bias;
import workbook.transformer.Block;
import workbook.transformer.Config;
import workbook.transformer.FeedForward;
import workbook.transformer.Linear;
import workbook.transformer.Mask;
import workbook.transformer.Norm;
import workbook.transformer.SelfAttention;

/// A part of the model that is computed at once: the embedding, a block, or the head with the loss.
/// Its parameters lie one behind the other in one vector, so they can be cut anywhere.
///
/// @param shapes of its parameters by name, in the order in which they lie in the vector
/// @param part what it computes
record Unit(String name, Map<String, int[]> shapes, Part part) {

  /// What a unit computes.
  interface Part {

    /// @param x what the unit before gave, or null for the first
    /// @return what the next one gets, or the loss
    Tensor apply(Tape t, Map<String, Tensor> parameters, Tensor x, Batches.Batch batch);
  }

  /// All units of a model, in their order.
  static List<Unit> of(Config config) {
    List<Unit> units = new ArrayList<>();
    units.add(unit(config, "embedding", "token|position", Unit::embed));
    for (int layer = 0; layer < config.layers(); layer++) {
      String prefix = layer + ".";
      units.add(
          unit(
              config,
              "block " + layer,
              layer + "[.].*",
              (t, p, x, _) -> block(config, p, prefix).apply(t, x, Mask.causal())));
    }
    units.add(
        unit(
            config, "head", "norm[.].*|output[.]weight", (t, p, x, batch) -> loss(t, p, x, batch)));
    return List.copyOf(units);
  }

  private static Unit unit(Config config, String name, String names, Part part) {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    config
        .shapes()
        .forEach((each, shape) -> {
          if (each.matches(names)) {
            shapes.put(each, shape);
          }
        });
    return new Unit(name, shapes, part);
  }

  private static Tensor embed(Tape t, Map<String, Tensor> p, Tensor x, Batches.Batch batch) {
    Tensor tokens = t.embedding(p.get("token"), batch.inputs(), batch.rows(), batch.columns());
    return t.add(tokens, t.slice(p.get("position"), 0, 0, batch.columns()));
  }

  private static Tensor loss(Tape t, Map<String, Tensor> p, Tensor x, Batches.Batch batch) {
    Tensor normed = norm(p, "norm").apply(t, x);
    Tensor logits = t.matmulTransposed(normed, p.get("output.weight"));
    return t.crossEntropy(logits, batch.targets());
  }

  private static Block block(Config config, Map<String, Tensor> p, String prefix) {
    SelfAttention attention =
        new SelfAttention(
            linear(p, prefix + "query"),
            linear(p, prefix + "key"),
            linear(p, prefix + "value"),
            linear(p, prefix + "output"),
            config.heads(),
            config.heads(),
            Optional.empty(),
            Bias.NONE);
    FeedForward feedForward =
        new FeedForward.Plain(
            Activation.GELU, linear(p, prefix + "up"), linear(p, prefix + "down"));
    return Block.preNorm(
        norm(p, prefix + "first"), attention, norm(p, prefix + "second"), feedForward);
  }

  private static Linear linear(Map<String, Tensor> p, String name) {
    return new Linear(p.get(name + ".weight"), Optional.of(p.get(name + ".bias")));
  }

  private static Norm norm(Map<String, Tensor> p, String name) {
    return new Norm.Layer(p.get(name + ".gain"), p.get(name + ".bias"), 1e-5f);
  }

  /// How many numbers it learns.
  int size() {
    return shapes.values().stream().mapToInt(Unit::size).sum();
  }

  private static int size(int[] shape) {
    int size = 1;
    for (int length : shape) {
      size *= length;
    }
    return size;
  }

  /// Its parameters in one vector.
  float[] flat(Map<String, float[]> weights) {
    float[] flat = new float[size()];
    int at = 0;
    for (String name : shapes.keySet()) {
      float[] part = weights.get(name);
      System.arraycopy(part, 0, flat, at, part.length);
      at += part.length;
    }
    return flat;
  }

  /// Tensors to compute with, for as long as the unit is computed.
  Map<String, Tensor> tensors(float[] flat) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    int at = 0;
    for (Map.Entry<String, int[]> entry : shapes.entrySet()) {
      Tensor tensor = Tensor.parameter(entry.getValue());
      System.arraycopy(flat, at, tensor.data(), 0, tensor.size());
      tensors.put(entry.getKey(), tensor);
      at += tensor.size();
    }
    return tensors;
  }

  /// Their gradients in one vector, and zeros in their place.
  float[] takeGradient(Map<String, Tensor> tensors) {
    float[] flat = new float[size()];
    int at = 0;
    for (Tensor tensor : tensors.values()) {
      System.arraycopy(tensor.gradient(), 0, flat, at, tensor.size());
      Arrays.fill(tensor.gradient(), 0);
      at += tensor.size();
    }
    return flat;
  }
}
