package workbook.alignment;

import static workbook.alignment.Distributions.divergence;
import static workbook.alignment.Distributions.expected;
import static workbook.alignment.Distributions.logSumExp;
import static workbook.alignment.Distributions.normalised;

/// What alignment asks for: much reward, and not to go far from the model that it began with.
///
/// ```text
/// J(π) = E r − β · KL(π ‖ ref)
/// ```
///
/// Of all distributions the best is π* = ref · e^(r/β) / Z, and J(π*) = β ln Z (for instance
/// Rafailov and others, 2023, appendix A.1). What another one lacks is its distance from π*: J(π*)
/// − J(π) = β · KL(π ‖ π*).
///
/// @param reference the log-probability of each outcome in the model that it began with
/// @param reward of each outcome
/// @param beta what a nat of distance costs
record Objective(double[] reference, double[] reward, double beta) {

  /// π*, as log-probabilities.
  double[] optimum() {
    return normalised(tilted());
  }

  /// J(π*).
  double best() {
    return beta * logSumExp(tilted());
  }

  double value(double... logs) {
    return expected(logs, reward) - beta * divergence(logs, reference);
  }

  /// What each of some answers brings: the reward, less β (log π − log ref). The mean of that under
  /// π is J, because the mean of log π − log ref under π is KL(π ‖ ref).
  ///
  /// @param logs log π of each of them
  double[] returns(int[] answers, float... logs) {
    double[] returns = new double[answers.length];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = reward[answers[i]] - beta * (logs[i] - reference[answers[i]]);
    }
    return returns;
  }

  /// The mean of log π − log ref over some answers.
  ///
  /// @param logs log π of each answer that there is
  double ratio(double[] logs, int... answers) {
    double sum = 0;
    for (int answer : answers) {
      sum += logs[answer] - reference[answer];
    }
    return sum / answers.length;
  }

  /// The same at another price.
  Objective withBeta(double other) {
    return new Objective(reference, reward, other);
  }

  private double[] tilted() {
    double[] scores = new double[reference.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = reference[i] + reward[i] / beta;
    }
    return scores;
  }
}
