package workbook.scalinglaws;

/// y = intercept + slope x, by least squares: on logarithms, a power law.
record Line(double intercept, double slope) {

  /// @param x at least two different numbers
  /// @param y as many
  static Line through(double[] x, double[] y) {
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < x.length; i++) {
      meanX += x[i] / x.length;
      meanY += y[i] / x.length;
    }
    double products = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      products += (x[i] - meanX) * (y[i] - meanY);
      squares += (x[i] - meanX) * (x[i] - meanX);
    }
    double slope = products / squares;
    return new Line(meanY - slope * meanX, slope);
  }
}
