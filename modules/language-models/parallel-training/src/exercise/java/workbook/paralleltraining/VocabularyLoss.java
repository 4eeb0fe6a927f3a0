package workbook.paralleltraining;

import workbook.exercise.Todo;

/// The cross-entropy of a token whose scores lie on several workers, as in Megatron-LM.
final class VocabularyLoss {

  private VocabularyLoss() {}

  /// The loss −log softmax(scores)[target], the same on every worker, where the output matrix is
  /// cut by its rows: worker 0 has the scores of the first tokens of the vocabulary, worker 1 those
  /// of the next, and so on. Never are all scores on one worker.
  ///
  /// [Ring#allReduce] gives every worker the sum of an array, [Ring#allMax] the largest of a
  /// number.
  ///
  /// @param scores this worker's; replaced by the gradient of the loss by them, softmax − 1 at the
  ///   target and softmax elsewhere
  /// @param first which token of the vocabulary the first of them belongs to
  /// @param target the right token, which may be any worker's
  static float loss(Communicator c, float[] scores, int first, int target) {
    return Todo.todo("parallel-training/5");
  }
}
