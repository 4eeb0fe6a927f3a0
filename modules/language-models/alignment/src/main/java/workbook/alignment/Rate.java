package workbook.alignment;

/// The learning rate.
///
/// @param peak at the beginning
/// @param steps after how many it has fallen to 0, in a straight line; 0 for one that stays
record Rate(double peak, int steps) {

  static Rate constant(double rate) {
    return new Rate(rate, 0);
  }

  double at(int done) {
    return steps == 0 ? peak : peak * Math.max(0, steps - done) / steps;
  }
}
