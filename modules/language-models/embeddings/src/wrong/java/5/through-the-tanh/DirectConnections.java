package workbook.embeddings;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.exercise.Exercise;

/// The learner sees: `one number, by hand: expected 1.2616 but was 1.1424`
///
/// What goes past the hidden layer goes past its tanh.
@Exercise(
    id = "embeddings/5",
    title = "Connections past the hidden layer",
    hints = {
      "What does FeedForward.scores do first? The same rows, side by side, are what the "
          + "direct connections read.",
      "Their scores are a product of those rows with the weights, and are added to those of"
          + " the network.",
      "x = reshape(embedding(table, contexts), rows, columns of direct); the answer is "
          + "network.scores + x · directᵀ. Both looks into the table pass gradients back, and the"
          + " tape adds them."
    })
final class DirectConnections {

  private DirectConnections() {}

  static Tensor scores(Tape t, FeedForward network, Tensor direct, int... contexts) {
    int rows = contexts.length / network.context();
    Tensor x = t.reshape(t.embedding(network.embedding(), contexts), rows, direct.size(1));
    return t.add(network.scores(t, contexts), t.matmulTransposed(t.tanh(x), direct));
  }
}
