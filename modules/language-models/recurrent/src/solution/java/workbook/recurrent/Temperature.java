package workbook.recurrent;

import workbook.exercise.Exercise;

/// The division is done on the scores, that is, on logarithms: a temperature of 1/2 squares the
/// probabilities before they are made to add up to 1. The largest score is taken off, so that the
/// largest exponential is e^0 and nothing overflows, however cold it is.
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

  static double[] distribution(float[] scores, double temperature) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      largest = Math.max(largest, score);
    }
    double[] p = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.exp((scores[i] - largest) / temperature);
      sum += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    return p;
  }
}
