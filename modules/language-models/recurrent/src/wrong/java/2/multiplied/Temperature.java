package workbook.recurrent;

import workbook.exercise.Exercise;

/// The learner sees: `distribution([0.0, 1.3862944], 2.0): expected [0.3333, 0.6667] but was
/// [0.0588, 0.9412]`
///
/// Hot and cold exchanged.
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
    double[] p = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.exp(scores[i] * temperature);
      sum += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    return p;
  }
}
