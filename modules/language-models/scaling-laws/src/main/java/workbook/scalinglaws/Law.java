package workbook.scalinglaws;

/// L(N, D) = E + A / N^α + B / D^β, the parametric form of Hoffmann et al. (2022), equation 2. E is
/// the loss that no model and no data takes away: the entropy of the text.
record Law(double e, double a, double b, double alpha, double beta) {

  /// What to spend compute on.
  ///
  /// @param parameters N
  /// @param tokens D
  record Split(double parameters, double tokens) {

    double tokensPerParameter() {
      return tokens / parameters;
    }
  }

  /// As printed in Hoffmann et al. (2022), equation 10.
  static final Law CHINCHILLA = new Law(1.69, 406.4, 410.7, .34, .28);

  /// The same with the digits of the paper's TeX source, as Besiroglu et al. (2024) found them.
  static final Law CHINCHILLA_UNROUNDED = new Law(1.6934, 406.4, 410.7, .3392, .2849);

  /// Besiroglu et al. (2024), fitted to points read off from a figure of Hoffmann et al.
  static final Law REFIT = new Law(1.8172, 482.01, 2085.43, .3478, .3658);

  double loss(double parameters, double tokens) {
    return e + ofParameters(parameters) + ofTokens(tokens);
  }

  /// What is lost because the model is finite.
  double ofParameters(double parameters) {
    return a * StrictMath.pow(parameters, -alpha);
  }

  /// What is lost because the text is finite.
  double ofTokens(double tokens) {
    return b * StrictMath.pow(tokens, -beta);
  }

  /// The split of C = 6ND with the least loss. There the two slopes are equal: α A / N^α = β B /
  /// D^β. It depends on E in no way.
  Split optimal(double flops) {
    double product = flops / 6;
    double parameters =
        StrictMath.pow(alpha * a / (beta * b) * StrictMath.pow(product, beta), 1 / (alpha + beta));
    return new Split(parameters, product / parameters);
  }

  /// N of the best split grows with C to this power.
  double exponent() {
    return beta / (alpha + beta);
  }
}
