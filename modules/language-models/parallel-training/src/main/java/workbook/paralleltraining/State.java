package workbook.paralleltraining;

/// What a worker keeps of one unit from step to step: weights, gradients, and the optimiser's state
/// of each, whole or its own chunk of them.
final class State {

  final Chunks chunks;
  final int rank;
  final Strategy strategy;
  final float[] weights;
  final float[] gradients;
  final Adam adam;

  State(Strategy strategy, float[] initial, int rank, int workers, Memory memory) {
    this.strategy = strategy;
    this.rank = rank;
    this.chunks = new Chunks(initial.length, workers);
    this.weights = memory.floats(length(strategy.cutsWeights()));
    this.gradients = memory.floats(length(strategy.cutsGradients()));
    int states = length(strategy.cutsOptimiser());
    this.adam = new Adam(memory.floats(states), memory.floats(states));
    System.arraycopy(
        initial, strategy.cutsWeights() ? chunks.from(rank) : 0, weights, 0, weights.length);
  }

  private int length(boolean cut) {
    return cut ? chunks.size(rank) : chunks.length();
  }

  /// All weights of the unit.
  float[] gather(Communicator c) {
    if (!strategy.cutsWeights()) {
      return weights;
    }
    float[] all = new float[chunks.length()];
    System.arraycopy(weights, 0, all, chunks.from(rank), weights.length);
    Ring.allGather(c, all);
    return all;
  }

  /// Takes the gradient that this worker found, and adds those of the others.
  void reduce(Communicator c, float[] gradient) {
    switch (strategy) {
      case SERVER -> ParameterServer.allReduce(c, gradient);
      case RING -> Ring.allReduce(c, gradient);
      case ZERO1, ZERO2, ZERO3 -> Ring.reduceScatter(c, gradient);
    }
    System.arraycopy(
        gradient, strategy.cutsGradients() ? chunks.from(rank) : 0, gradients, 0, gradients.length);
  }

  /// Moves the weights whose optimiser state is here; ZeRO-1 and ZeRO-2 then exchange them.
  void update(Communicator c, int step) {
    int own = strategy.cutsOptimiser() ? chunks.from(rank) : 0;
    adam.move(
        weights,
        strategy.cutsWeights() ? 0 : own,
        gradients,
        strategy.cutsGradients() ? 0 : own,
        step);
    if (strategy.cutsOptimiser() && !strategy.cutsWeights()) {
      Ring.allGather(c, weights);
    }
  }
}
