package workbook.dataquality;

import workbook.exercise.Todo;

/// How much is read of each source.
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
    return Todo.todo("data-quality/5");
  }
}
