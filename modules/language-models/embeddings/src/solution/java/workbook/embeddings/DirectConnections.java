package workbook.embeddings;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// The table is looked into twice, which costs little and leaves the network as it is. On the way
/// back the tape adds the gradients of both.
final class DirectConnections {

  private DirectConnections() {}

  static Tensor scores(Tape t, FeedForward network, Tensor direct, int... contexts) {
    int rows = contexts.length / network.context();
    Tensor x = t.reshape(t.embedding(network.embedding(), contexts), rows, direct.size(1));
    return t.add(network.scores(t, contexts), t.matmulTransposed(x, direct));
  }
}
