package workbook.embeddings;

import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import workbook.autograd.AdamW;
import workbook.autograd.Gradients;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// Trains a feed-forward network on places of a text, drawn at random.
final class FeedForwardTrainer {

  private final FeedForward network;
  private final Tape tape;
  private final AdamW optimizer;
  private final Collection<Tensor> parameters;

  FeedForwardTrainer(FeedForward network, Tape tape) {
    this.network = network;
    this.tape = tape;
    this.parameters = network.parameters().values();
    this.optimizer = new AdamW(List.copyOf(parameters), 0);
  }

  /// One step on some places from the first `end` of a text.
  ///
  /// @return the loss before it, in nats per character
  float step(int[] text, int end, int rows, double rate, RandomGenerator random) {
    return step(text, random.ints(rows, 0, end).toArray(), rate);
  }

  /// One step on these places.
  float step(int[] text, int[] places, double rate) {
    int[] contexts = new int[places.length * network.context()];
    int[] targets = new int[places.length];
    for (int row = 0; row < places.length; row++) {
      network.read(text, places[row], contexts, row);
      targets[row] = text[places[row]];
    }
    tape.reset();
    Gradients.clear(parameters);
    Tensor loss = tape.crossEntropy(network.scores(tape, contexts), targets);
    tape.backward(loss);
    optimizer.step(rate);
    return loss.value();
  }
}
