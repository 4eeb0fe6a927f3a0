package workbook.recurrent;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.exercise.Todo;

/// An LSTM with peepholes (Gers and Schmidhuber, 2000).
final class Peephole {

  private Peephole() {}

  /// One step. The products are done; what is left is done element by element.
  ///
  /// @param sums what the input and the last output contribute to i, f, g and o: `[rows, 4 ·
  ///   width]`
  /// @param peepholes the weights from the memory to i, f and o, one for each element: `[3, width]`
  /// @param memory the memory before: `[rows, width]`
  /// @return the output and the memory after it
  static State step(Tape t, Tensor sums, Tensor peepholes, Tensor memory) {
    return Todo.todo("recurrent/5");
  }
}
