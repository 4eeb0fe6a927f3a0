package workbook.abilities;

/// An earlier place s with the same token is followed by s + 1, which is never later than the place
/// that looks.
final class PrefixMatching {

  private PrefixMatching() {}

  static double of(int[] tokens, double[][] attention) {
    double sum = 0;
    int count = 0;
    for (int place = 0; place < tokens.length; place++) {
      boolean repeated = false;
      for (int earlier = 0; earlier < place; earlier++) {
        if (tokens[earlier] == tokens[place]) {
          sum += attention[place][earlier + 1];
          repeated = true;
        }
      }
      count += repeated ? 1 : 0;
    }
    return count == 0 ? 0 : sum / count;
  }
}
