package workbook.transformer;

import java.util.Optional;
import java.util.function.UnaryOperator;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// How a part of a block adds to what was there, so that a gradient has a way back on which nothing
/// is multiplied, and where the norm stands.
///
/// @param alpha how many times what was there counts, see [Block.Order#alpha]
/// @param closing the second norm of a sandwich
public record Residual(Block.Order order, float alpha, Norm norm, Optional<Norm> closing) {

  static Residual pre(Norm norm) {
    return new Residual(Block.Order.PRE, 1, norm, Optional.empty());
  }

  /// Adds what a part makes of `x`.
  Tensor add(Tape t, Tensor x, UnaryOperator<Tensor> part) {
    return switch (order) {
      case POST -> norm.apply(t, t.add(x, part.apply(x)));
      case DEEP -> norm.apply(t, t.add(t.scale(x, alpha), part.apply(x)));
      case PRE -> t.add(x, part.apply(norm.apply(t, x)));
      case SANDWICH -> t.add(x, closing.orElseThrow().apply(t, part.apply(norm.apply(t, x))));
    };
  }

  /// What the part is given.
  Tensor input(Tape t, Tensor x) {
    return order.isNormedBefore() ? norm.apply(t, x) : x;
  }
}
