package workbook.autograd;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// Cross-entropy with label smoothing.
@Exercise(
    id = "autograd/3",
    title = "Cross-entropy with label smoothing",
    hints = {
      "What is log p of the softmax p, if you write it as x minus something that is the"
          + " same for the whole row? And what happens to e^x at x = 1000?",
      "log p[j] = x[j] - largest - log(sum of e^(x - largest)). For the way back take"
          + " the derivative of log p[k] by x[j]: it is (1 if k = j, else 0) - p[j].",
      "With q[j] = smoothing / n, and 1 - smoothing more at the target, the loss of a"
          + " row is -sum of q[j] * log p[j], and its gradient by x[j] is p[j] - q[j], for the"
          + " q sum to 1. Divide both by the number of rows, and multiply the gradient by that"
          + " of the loss."
    })
final class SmoothedLoss {

  private SmoothedLoss() {}

  /// The mean, over all rows, of -sum of q[j] * log p[j], where p is the softmax of the row and q
  /// is what is wanted: smoothing / n everywhere, and 1 - smoothing more at the target. A network
  /// that is to be this little unsure has no reason to drive its weights towards infinity.
  ///
  /// Correct, and finite, for scores that are a thousand apart, too.
  ///
  /// @param logits two axes: n scores in each row; it has a gradient
  /// @param targets the index of the right column of each row
  /// @param smoothing from 0 to less than 1
  /// @return an output of the tape with one element, with its way back
  static Tensor loss(Tape t, Tensor logits, int[] targets, double smoothing) {
    return Todo.todo("autograd/3");
  }
}
