package workbook.inference;

import java.util.Map;
import workbook.autograd.Tensor;

/// The learned numbers of a model, by the names of [workbook.transformer.Config#shapes]. They may
/// be read from a file when they are asked for, so that those of one matrix only are in memory.
@FunctionalInterface
public interface Parameters {

  /// The numbers of a tensor, row by row.
  float[] get(String name);

  /// Those of a model in memory.
  static Parameters of(Map<String, Tensor> tensors) {
    return name -> tensors.get(name).data();
  }
}
