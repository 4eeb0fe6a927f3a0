package workbook.embeddings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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

  /// How many steps were taken.
  int steps() {
    return optimizer.steps();
  }

  /// What the next step depends on besides the weights and the places.
  Map<String, Tensor> memory() {
    return optimizer.memory(network.parameters().keySet());
  }

  /// Goes on after so many steps, whose memory was read. The places that they learned from are
  /// drawn once more.
  void continueAfter(int steps, int end, int rows, RandomGenerator random) {
    optimizer.continueAfter(steps);
    for (int step = 0; step < steps; step++) {
      places(end, rows, random);
    }
  }

  private static int[] places(int end, int rows, RandomGenerator random) {
    return random.ints(rows, 0, end).toArray();
  }

  /// One step on some places from the first `end` of a text.
  ///
  /// @return the loss before it, in nats per character
  float step(int[] text, int end, int rows, double rate, RandomGenerator random) {
    return step(text, places(end, rows, random), rate);
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
