package workbook.recurrent;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// Sampling with a temperature.
@Exercise(
    id = "recurrent/2",
    title = "Sampling with a temperature",
    hints = {
      "A temperature below 1 makes the likely more likely, above 1 everything more alike. "
          + "What has to be divided by it: the probabilities, or what they are made of?",
      "Divide the scores, then take the softmax. Dividing the probabilities changes nothing: "
          + "they are made to add up to 1 again.",
      "With a temperature of 0.01 a score of 10 becomes 1000, and e^1000 is infinite. Take "
          + "the largest off all scores first."
    })
final class Temperature {

  private Temperature() {}

  /// The probabilities to draw the next symbol by: the softmax of the scores, each divided by the
  /// temperature. 1 leaves the model as it is, less makes it cautious, more makes it reckless.
  ///
  /// @param scores any finite numbers
  /// @param temperature more than 0, also much less than 1
  static double[] distribution(float[] scores, double temperature) {
    return Todo.todo("recurrent/2");
  }
}
