package workbook.paralleltraining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.transformer.Activation;
import workbook.transformer.Bias;
import workbook.transformer.FeedForward;
import workbook.transformer.Linear;
import workbook.transformer.Mask;
import workbook.transformer.Norm;
import workbook.transformer.SelfAttention;

/// A block of a transformer of which each worker has a part: some of the heads, and some of the
/// hidden columns. The first matrix of each half is cut by its outputs, so what bends (attention,
/// GELU) needs no word from the others; the second is cut by its inputs, and one all-reduce adds up
/// what they make. Norms and the second bias are whole, on every worker.
final class TensorBlock {

  private final Map<String, Tensor> parameters = new LinkedHashMap<>();
  private final MegatronOps ops;
  private final int heads;

  /// The part of worker `c.rank()`.
  ///
  /// @throws IllegalArgumentException if the heads do not divide evenly
  TensorBlock(Communicator c) {
    if (Setup.HEADS % c.size() != 0) {
      throw new IllegalArgumentException(
          "%d heads cannot be shared by %d workers evenly".formatted(Setup.HEADS, c.size()));
    }
    this.ops = new MegatronOps(c);
    this.heads = Setup.HEADS / c.size();
    SplittableRandom random = new SplittableRandom(3);
    Unit.of(Setup.CONFIG)
        .get(1)
        .shapes()
        .forEach((name, shape) -> {
          // Whole first, so that the numbers do not depend on how many workers there are.
          Tensor whole = Init.normal(Tensor.parameter(shape), 0.5, random);
          parameters.put(name.substring(2), part(name, whole, c.rank(), c.size()));
        });
  }

  private static Tensor part(String name, Tensor whole, int rank, int workers) {
    if (name.matches(".*(query|key|value|up)[.](weight|bias)")) {
      return rows(whole, rank, workers);
    }
    return name.matches(".*(output|down)[.]weight") ? columns(whole, rank, workers) : whole;
  }

  /// A matrix has a row for each output.
  private static Tensor rows(Tensor whole, int rank, int workers) {
    int[] shape = whole.shape();
    shape[0] /= workers;
    Tensor part = Tensor.parameter(shape);
    System.arraycopy(whole.data(), rank * part.size(), part.data(), 0, part.size());
    return part;
  }

  private static Tensor columns(Tensor whole, int rank, int workers) {
    int width = whole.size(1) / workers;
    Tensor part = Tensor.parameter(whole.size(0), width);
    for (int row = 0; row < whole.size(0); row++) {
      System.arraycopy(
          whole.data(), row * whole.size(1) + rank * width, part.data(), row * width, width);
    }
    return part;
  }

  Map<String, Tensor> parameters() {
    return parameters;
  }

  /// @param x `[batch, time, width]`, the same on every worker, as is what comes out
  Tensor apply(Tape t, Tensor x) {
    return think(t, exchange(t, x));
  }

  /// The half with the attention: one all-reduce forward, one backward.
  private Tensor exchange(Tape t, Tensor x) {
    Tensor in = ops.f(t, norm("first").apply(t, x));
    SelfAttention own =
        new SelfAttention(
            linear("query"),
            linear("key"),
            linear("value"),
            new Linear(parameters.get("output.weight"), Optional.empty()),
            heads,
            heads,
            Optional.empty(),
            Bias.NONE);
    Tensor sum = ops.g(t, own.apply(t, in, Mask.causal()));
    return t.add(x, t.add(sum, parameters.get("output.bias")));
  }

  /// The half with the feed-forward network: the same.
  private Tensor think(Tape t, Tensor x) {
    Tensor in = ops.f(t, norm("second").apply(t, x));
    FeedForward own =
        new FeedForward.Plain(
            Activation.GELU,
            linear("up"),
            new Linear(parameters.get("down.weight"), Optional.empty()));
    Tensor sum = ops.g(t, own.apply(t, in));
    return t.add(x, t.add(sum, parameters.get("down.bias")));
  }

  private Linear linear(String name) {
    return new Linear(
        parameters.get(name + ".weight"), Optional.of(parameters.get(name + ".bias")));
  }

  private Norm norm(String name) {
    return new Norm.Layer(parameters.get(name + ".gain"), parameters.get(name + ".bias"), 1e-5f);
  }
}
