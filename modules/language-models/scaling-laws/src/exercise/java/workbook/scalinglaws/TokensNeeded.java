package workbook.scalinglaws;

import workbook.exercise.Todo;

/// How much text a model needs.
final class TokensNeeded {

  private TokensNeeded() {}

  /// The tokens after which a model of so many parameters has a loss, as a [Law] has it.
  ///
  /// @param loss in nats per token
  /// @return D, or [Double#POSITIVE_INFINITY] for a loss that such a model never has
  static double tokens(Law law, double parameters, double loss) {
    return Todo.todo("scaling-laws/1");
  }
}
