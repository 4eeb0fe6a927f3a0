package workbook.alignment;

/// Which tokens count is told by their places, not by their numbers: the end token counts, and
/// padding, which has the same number, does not. Token i was predicted by what came before it, so
/// its log-probability stands at i - 1.
final class AnswerLoss {

  private AnswerLoss() {}

  static double of(int[][] tokens, double[][] logs, int[] prompts, int[] lengths) {
    double sum = 0;
    int count = 0;
    for (int text = 0; text < tokens.length; text++) {
      for (int token = prompts[text]; token < lengths[text]; token++) {
        sum -= logs[text][token - 1];
        count++;
      }
    }
    return sum / count;
  }
}
