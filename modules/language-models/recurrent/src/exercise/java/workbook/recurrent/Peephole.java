package workbook.recurrent;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// An LSTM with peepholes (Gers and Schmidhuber, 2000).
@Exercise(
    id = "recurrent/5",
    title = "An LSTM with peepholes",
    hints = {
      "A gate of a plain LSTM sees the input and the last output, and not the memory that it "
          + "opens and shuts. A peephole is a weight from one element of the memory to the gate of "
          + "the same element.",
      "i and f decide before the memory is written: they see the old one. When does o decide?",
      "i = sigmoid(s_i + p_i · c), f = sigmoid(s_f + p_f · c), c2 = f · c + i · tanh(s_g), o "
          + "= sigmoid(s_o + p_o · c2); the weights are a row of the table, repeated for every row "
          + "of the memory."
    })
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
