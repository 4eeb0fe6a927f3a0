package workbook.dataquality;

/// Gives what is left to those that are not full, again and again, until nobody gets too much.
final class MixturePlan {

  private MixturePlan() {}

  /// Shares out a budget of tokens among sources by their weights, but reads no source more often
  /// than `most` times: what one cannot take goes to the others, by their weights, until all is
  /// given or all are full.
  ///
  /// @param tokens how many each source has, perhaps none; the array is not changed
  /// @param weights of any sum; a source of weight 0 is not read; the array is not changed
  /// @param budget how many tokens are to be read
  /// @param most how often a source may be read at most, not always a whole number; repeating text
  ///   four times costs nothing
  /// @return how many tokens are read of each
  static double[] tokens(double[] tokens, double[] weights, double budget, double most) {
    double[] read = new double[tokens.length];
    boolean[] full = new boolean[tokens.length];
    boolean again = true;
    while (again) {
      again = false;
      double left = budget;
      double sum = 0;
      for (int i = 0; i < read.length; i++) {
        left -= full[i] ? read[i] : 0;
        sum += full[i] ? 0 : weights[i];
      }
      for (int i = 0; i < read.length; i++) {
        if (!full[i]) {
          read[i] = sum == 0 ? 0 : left * weights[i] / sum;
          if (read[i] > most * tokens[i]) {
            read[i] = most * tokens[i];
            full[i] = true;
            again = true;
          }
        }
      }
    }
    return read;
  }
}
