package workbook.paralleltraining;

/// What a worker keeps of a model in mixed precision, as the paper of ZeRO counts it: weights and
/// gradients of 16 bits, and for the optimiser the weights and Adam's two means of 32.
record MixedState(
    short[] weights, short[] gradients, float[] master, float[] mean, float[] square) {

  /// Makes the arrays of worker 0.
  static MixedState of(Strategy strategy, int parameters, int workers, Memory memory) {
    Chunks chunks = new Chunks(parameters, workers);
    int part = chunks.size(0);
    int weights = strategy.cutsWeights() ? part : parameters;
    int gradients = strategy.cutsGradients() ? part : parameters;
    int states = strategy.cutsOptimiser() ? part : parameters;
    return new MixedState(
        memory.halves(weights),
        memory.halves(gradients),
        memory.floats(states),
        memory.floats(states),
        memory.floats(states));
  }
}
