package workbook.paralleltraining;

/// What of a training's state every worker keeps whole, and what it keeps only a part of
/// (Rajbhandari and others, "ZeRO", 2020). What is cut is cut into as many parts as workers.
enum Strategy {
  /// All of it is on every worker; gradients are summed by one of them.
  SERVER(false, false, false),
  /// All of it is on every worker; gradients are summed in a ring.
  RING(false, false, false),
  /// The optimiser's state is cut.
  ZERO1(true, false, false),
  /// And the gradients.
  ZERO2(true, true, false),
  /// And the weights.
  ZERO3(true, true, true);

  private final boolean optimiser;
  private final boolean gradients;
  private final boolean weights;

  Strategy(boolean optimiser, boolean gradients, boolean weights) {
    this.optimiser = optimiser;
    this.gradients = gradients;
    this.weights = weights;
  }

  boolean cutsOptimiser() {
    return optimiser;
  }

  boolean cutsGradients() {
    return gradients;
  }

  boolean cutsWeights() {
    return weights;
  }
}
