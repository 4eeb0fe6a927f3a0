package workbook.recurrent;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import workbook.autograd.AdamW;
import workbook.autograd.Gradients;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// Truncated backpropagation through time: the state goes on from piece to piece, the gradient
/// stays within one.
public final class Trainer {

  /// Exploding gradients are shortened to this.
  static final double LONGEST_GRADIENT = 1;

  private final Network network;
  private final Streams streams;
  private final int rows;
  private final Tape tape;
  private final AdamW optimizer;
  private final Collection<Tensor> parameters;
  private State state;
  private double norm;

  /// @param rows how many streams there are
  public Trainer(Network network, Streams streams, int rows, Tape tape) {
    this.network = network;
    this.streams = streams;
    this.rows = rows;
    this.tape = tape;
    this.parameters = network.parameters().values();
    this.optimizer = new AdamW(List.copyOf(parameters), 0);
    this.state = network.cell().start(rows);
  }

  /// One step: reads a piece, and moves all weights against the gradient.
  ///
  /// @return the loss before it, in nats per character
  public float step(double rate) {
    Streams.Piece piece = streams.next();
    if (piece.first()) {
      state = network.cell().start(rows);
    }
    tape.reset();
    Gradients.clear(parameters);
    Cell.Reading reading = network.read(tape, piece.inputs(), state);
    Tensor loss = tape.crossEntropy(network.scores(tape, reading.outputs()), piece.targets());
    tape.backward(loss);
    norm = Gradients.clip(parameters, LONGEST_GRADIENT);
    optimizer.step(rate);
    state = reading.last().carried();
    return loss.value();
  }

  /// How many steps were taken.
  int steps() {
    return optimizer.steps();
  }

  /// What the next step depends on besides the weights: what the optimiser remembers, and the state
  /// that is carried. Read back into these tensors, and told by [#continueAfter] how many steps
  /// there were, the training goes on as if it had never stopped.
  Map<String, Tensor> memory() {
    Map<String, Tensor> memory = optimizer.memory(network.parameters().keySet());
    for (int part = 0; part < state.parts().size(); part++) {
      memory.put("state/" + part, state.parts().get(part));
    }
    return memory;
  }

  void continueAfter(int steps) {
    optimizer.continueAfter(steps);
    streams.skip(steps);
  }

  /// The length of the last gradient, before it was shortened.
  public double gradientNorm() {
    return norm;
  }
}
