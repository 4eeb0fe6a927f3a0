package workbook.transformer;

import java.util.Optional;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// y = x Wᵀ + b, with a row of W for each output, as PyTorch lays it out.
///
/// @param bias what is added, if anything is
public record Linear(Tensor weight, Optional<Tensor> bias) {

  public Tensor apply(Tape t, Tensor x) {
    Tensor product = t.matmulTransposed(x, weight);
    return bias.map(b -> t.add(product, b)).orElse(product);
  }
}
