package workbook.scalinglaws;

/// What a law is fitted to: the loss of a model of N parameters after D tokens.
record Point(double parameters, double tokens, double loss) {

  static Point of(Outcome outcome) {
    Setting setting = outcome.setting();
    return new Point(setting.parameters(), setting.tokens(), outcome.loss());
  }

  double flops() {
    return 6 * parameters * tokens;
  }
}
