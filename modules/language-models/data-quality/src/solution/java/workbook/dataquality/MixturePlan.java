package workbook.dataquality;

/// Gives what is left to those that are not full, again and again, until nobody gets too much.
final class MixturePlan {

  private MixturePlan() {}

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
