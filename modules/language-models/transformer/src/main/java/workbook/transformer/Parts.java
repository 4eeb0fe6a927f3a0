package workbook.transformer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import workbook.autograd.Init;
import workbook.autograd.Tensor;

/// Makes blocks of parameters that are known by name.
final class Parts {

  private final Config config;
  private final Map<String, Tensor> parameters = new LinkedHashMap<>();

  /// Parameters of the given shapes, with all weights 0 and all gains 1.
  Parts(Config config, Map<String, int[]> shapes) {
    this.config = config;
    shapes.forEach((name, shape) -> parameters.put(name, Tensor.parameter(shape)));
    parameters.forEach((name, tensor) -> {
      if (name.endsWith("gain")) {
        Init.constant(tensor, 1);
      }
    });
  }

  Map<String, Tensor> parameters() {
    return parameters;
  }

  Block block(String prefix) {
    Style style = config.style();
    SelfAttention attention =
        new SelfAttention(
            linear(prefix + "query"),
            linear(prefix + "key"),
            linear(prefix + "value"),
            linear(prefix + "output"),
            config.heads(),
            config.shared(),
            style.positions() == Style.Positions.ROTARY
                ? Optional.of(new Rope(Rope.Pairing.HALVES, 10_000))
                : Optional.empty(),
            style.positions() == Style.Positions.ALIBI ? new Alibi() : Bias.NONE);
    return new Block(
        residual(prefix + "first"), attention, residual(prefix + "second"), feedForward(prefix));
  }

  Residual residual(String norm) {
    Block.Order order = config.style().order();
    return new Residual(
        order,
        order.alpha(config.layers()),
        norm(norm),
        order == Block.Order.SANDWICH ? Optional.of(norm(norm + "Closing")) : Optional.empty());
  }

  CrossAttention crossAttention(String prefix) {
    return new CrossAttention(
        linear(prefix + "query"),
        linear(prefix + "key"),
        linear(prefix + "value"),
        linear(prefix + "output"),
        config.heads(),
        config.shared());
  }

  private FeedForward feedForward(String prefix) {
    Activation activation = config.style().activation();
    Linear up = linear(prefix + "up");
    Linear down = linear(prefix + "down");
    return config.style().gated()
        ? new FeedForward.Gated(activation, linear(prefix + "gate"), up, down)
        : new FeedForward.Plain(activation, up, down);
  }

  Linear linear(String name) {
    return new Linear(
        parameters.get(name + ".weight"), Optional.ofNullable(parameters.get(name + ".bias")));
  }

  Norm norm(String name) {
    Tensor gain = parameters.get(name + ".gain");
    float epsilon = config.style().epsilon();
    if (config.style().rms()) {
      return new Norm.Rms(gain, epsilon);
    }
    Tensor bias = parameters.get(name + ".bias");
    return new Norm.Layer(
        gain, bias == null ? Tensor.constant(new float[gain.size()], gain.size()) : bias, epsilon);
  }
}
