package workbook.scalinglaws;

/// How much text a model needs.
final class TokensNeeded {

  private TokensNeeded() {}

  /// The tokens after which a model of so many parameters has a loss, as a [Law] has it.
  ///
  /// @param loss in nats per token
  /// @return D, or [Double#POSITIVE_INFINITY] for a loss that such a model never has
  static double tokens(Law law, double parameters, double loss) {
    double left = loss - law.e() - law.a() * Math.pow(parameters, -law.alpha());
    return left > 0 ? Math.pow(law.b() / left, 1 / law.beta()) : Double.POSITIVE_INFINITY;
  }
}
