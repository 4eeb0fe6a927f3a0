package workbook.autograd;

/// A learning rate that rises in a straight line, for the optimiser does not know its step lengths
/// yet, and then falls along half a wave of the cosine.
///
/// @param peak the highest rate
/// @param end the rate at the end, and ever after
/// @param warmup how many steps it rises
/// @param steps how many there are in all
public record WarmupCosine(double peak, double end, int warmup, int steps) {

  public WarmupCosine {
    if (!(peak > 0 && end >= 0 && end <= peak) || warmup < 0 || warmup >= steps) {
      throw new IllegalArgumentException(
          "wants 0 <= end <= peak, 0 < peak and 0 <= warmup < steps, and got peak %s, end %s,"
                  .formatted(peak, end)
              + " warmup %d, steps %d".formatted(warmup, steps));
    }
  }

  /// @param step the first is 0
  public double rate(int step) {
    if (step < warmup) {
      return peak * (step + 1) / (warmup + 1);
    }
    double share = Math.min(1, (step - warmup) / (double) (steps - warmup));
    return end + (peak - end) * (1 + StrictMath.cos(StrictMath.PI * share)) / 2;
  }
}
