package workbook.scalinglaws;

/// What text is worth that is read again.
final class EffectiveTokens {

  private EffectiveTokens() {}

  /// As many new tokens would teach as much: U + U r (1 - e^(-R / r)), where U are the unique
  /// tokens, and R says how often they were read again (Muennighoff et al., 2023, equation 5).
  /// Where no more is read than there is, nothing is read again: that is worth `total`.
  ///
  /// @param unique U, greater than 0
  /// @param total all tokens read, repeated ones included
  /// @param r after how many repetitions most of the value is gone, greater than 0
  static double of(double unique, double total, double r) {
    double again = Math.max(0, total / unique - 1);
    return Math.min(unique, total) - unique * r * Math.expm1(-again / r);
  }
}
