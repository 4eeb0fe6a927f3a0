package workbook.transformer;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// What is added to the scores because of where query and key stand.
public interface Bias {

  /// Nothing.
  Bias NONE = (_, scores) -> scores;

  /// @param scores `[batch, heads, queries, keys]`; the last query stands at the last key
  Tensor addTo(Tape t, Tensor scores);
}
