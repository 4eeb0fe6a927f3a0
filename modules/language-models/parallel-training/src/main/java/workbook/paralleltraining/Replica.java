package workbook.paralleltraining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.ScalarKernels;
import workbook.text.Batches;

/// One worker of a data-parallel training. It computes unit by unit, forward and then backward:
/// only one unit's parameters have to be there at a time, and of what is between units only the
/// inputs are kept. On the way back a unit is computed again from its input.
final class Replica {

  private final Communicator c;
  private final List<Unit> units = Unit.of(Setup.CONFIG);
  private final List<State> states = new ArrayList<>();
  private final Memory memory = new Memory();
  private final Tape tape = new Tape(new ScalarKernels());

  Replica(Strategy strategy, Communicator c) {
    this.c = c;
    Map<String, float[]> weights = Setup.weights();
    for (Unit unit : units) {
      states.add(new State(strategy, unit.flat(weights), c.rank(), c.size(), memory));
    }
  }

  Memory memory() {
    return memory;
  }

  List<State> states() {
    return states;
  }

  /// The losses of this worker's share of a step's micro-batches, before the weights are moved.
  ///
  /// @param step from 0
  float[] step(int step) {
    float[] losses = gradients(step);
    for (State state : states) {
      state.update(c, step + 1);
    }
    return losses;
  }

  /// The same without the move: then every state has its gradients.
  float[] gradients(int step) {
    Batches.Batch[] all = Setup.microBatches(step, Setup.MICRO_BATCHES);
    Chunks shares = new Chunks(all.length, c.size());
    int share = shares.size(c.rank());
    int from = shares.from(c.rank());
    Tensor[][] inputs = new Tensor[units.size()][share];
    float[] losses = new float[share];
    for (int u = 0; u < units.size(); u++) {
      Unit unit = units.get(u);
      Map<String, Tensor> parameters = unit.tensors(states.get(u).gather(c));
      for (int m = 0; m < share; m++) {
        Tensor x = inputs[u][m];
        Batches.Batch batch = all[from + m];
        tape.reset();
        Tensor y =
            tape.withoutGradients(() -> unit.part().apply(tape, parameters, x, batch));
        if (u + 1 < units.size()) {
          inputs[u + 1][m] = copy(y);
        } else {
          losses[m] = y.value();
        }
      }
    }
    for (int u = units.size() - 1; u >= 0; u--) {
      backward(u, all, from, inputs);
    }
    return losses;
  }

  /// Leaves in place of each input of the unit its gradient, which is that of the output of the
  /// unit before.
  private void backward(int u, Batches.Batch[] all, int from, Tensor[][] inputs) {
    Unit unit = units.get(u);
    Map<String, Tensor> parameters = unit.tensors(states.get(u).gather(c));
    float[] gradient =
        Pairwise.sum(
            inputs[u].length,
            m -> {
              tape.reset();
              Tensor y = unit.part().apply(tape, parameters, inputs[u][m], all[from + m]);
              tape.backward(
                  u + 1 < units.size()
                      ? tape.sum(tape.mul(y, Tensor.constant(inputs[u + 1][m].gradient(), y.shape())))
                      : tape.scale(y, 1f / all.length));
              return unit.takeGradient(parameters);
            });
    states.get(u).reduce(c, gradient);
  }

  /// Apart from the tape, with room for a gradient.
  private static Tensor copy(Tensor y) {
    Tensor copy = Tensor.parameter(y.shape());
    System.arraycopy(y.data(), 0, copy.data(), 0, y.size());
    return copy;
  }
}
