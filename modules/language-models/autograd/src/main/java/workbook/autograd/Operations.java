package workbook.autograd;

import workbook.kernels.FloatKernels;

/// What an operation needs: room for its result, and the arithmetic. [Tape] gives both.
///
/// An operation makes its output, fills in the data, and says how a gradient goes back. All
/// operations of this package do; another is written in the same way.
public interface Operations {

  /// A new tensor of zeros, whose gradient, if one of the inputs has one, is zero too.
  Tensor output(String operation, int[] shape, Tensor... inputs);

  /// The same, but the elements are left over from others: for an operation that sets every one.
  Tensor outputToSet(String operation, int[] shape, Tensor... inputs);

  /// The data and the gradient of `x`, seen with another shape.
  Tensor view(String operation, int[] shape, Tensor x);

  /// Zeros for an operation to work with, until the tape is reset.
  float[] scratch(int size);

  /// Room for an operation to work with, until the tape is reset. What it holds is left over from
  /// others.
  float[] room(int size);

  FloatKernels kernels();
}
