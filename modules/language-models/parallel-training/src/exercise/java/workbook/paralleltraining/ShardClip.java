package workbook.paralleltraining;

import workbook.exercise.Todo;

/// Clipping a gradient of which each worker has a shard, as in ZeRO-2.
final class ShardClip {

  private ShardClip() {}

  /// Shortens the gradient, of which each worker has a part, so that its Euclidean norm is
  /// `longest` at most. Its direction stays: all elements on all workers shrink by one factor, and
  /// one that is short enough is not changed at all.
  ///
  /// [Ring#allReduce] gives every worker the sum of an array.
  ///
  /// @param shard this worker's part, changed in place
  /// @return the norm of the whole gradient before, the same on every worker
  static double clip(Communicator c, float[] shard, double longest) {
    return Todo.todo("parallel-training/2");
  }
}
