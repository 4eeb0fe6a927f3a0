package workbook.alignment;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// What the methods of this topic minimise. Each takes the log-probabilities of whole answers under
/// the policy, with a way back, and plain numbers for all else.
final class Losses {

  private Losses() {}

  /// Supervised fine-tuning: the mean of −log π(y).
  static Tensor supervised(Tape t, Tensor logs) {
    return t.scale(t.mean(logs), -1);
  }

  /// REINFORCE (Williams, 1992): the gradient of the mean of −A · log π(y) is an estimate of that
  /// of −E r. The number itself says nothing.
  ///
  /// @param advantages how much better than expected each answer was
  static Tensor policyGradient(Tape t, Tensor logs, float... advantages) {
    return t.scale(t.mean(t.mul(logs, Tensor.constant(advantages, advantages.length))), -1);
  }

  /// PPO's clipped objective (Schulman and others, 2017, equation 7), with the other sign: −mean of
  /// min(ρ A, clip(ρ, 1 − ε, 1 + ε) A), where ρ = π(y) / π_old(y). An answer whose probability has
  /// moved far enough in the right direction pushes no further.
  ///
  /// @param old the log-probabilities when the answers were drawn
  /// @param clip ε
  static Tensor clipped(Tape t, Tensor logs, float[] old, float[] advantages, float clip) {
    int n = old.length;
    Tensor loss = t.output("clipped", new int[0], logs);
    float[] slopes = new float[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      float ratio = (float) StrictMath.exp(logs.data()[i] - old[i]);
      float inside = Math.clamp(ratio, 1 - clip, 1 + clip);
      boolean free = ratio * advantages[i] <= inside * advantages[i];
      sum += free ? ratio * advantages[i] : inside * advantages[i];
      slopes[i] = free ? -ratio * advantages[i] / n : 0;
    }
    loss.data()[0] = (float) (-sum / n);
    loss.onBackward(() -> {
      for (int i = 0; i < n; i++) {
        logs.gradient()[i] += loss.gradient()[0] * slopes[i];
      }
    });
    return loss;
  }

  /// Bradley and Terry (1952): the better of two answers wins with probability σ(r_w − r_l). The
  /// mean of −log σ(r_w − r_l).
  ///
  /// @param chosen what a reward model gives the answers that won
  /// @param rejected the same for those that lost
  static Tensor bradleyTerry(Tape t, Tensor chosen, Tensor rejected) {
    return t.scale(t.mean(t.logSigmoid(t.sub(chosen, rejected))), -1);
  }

  /// Direct preference optimisation (Rafailov and others, 2023, equation 7): Bradley and Terry's
  /// loss, where the reward is β (log π − log ref), which is what the reward would be if π were
  /// already the best policy for it, up to a constant that falls out of the difference.
  ///
  /// @param chosen log π of the answers that won
  /// @param rejected log π of those that lost
  /// @param reference log ref of the first minus that of the second
  static Tensor dpo(Tape t, Tensor chosen, Tensor rejected, float[] reference, float beta) {
    Tensor of = Tensor.constant(reference, reference.length);
    Tensor margin = t.scale(t.sub(t.sub(chosen, rejected), of), beta);
    return t.scale(t.mean(t.logSigmoid(margin)), -1);
  }
}
