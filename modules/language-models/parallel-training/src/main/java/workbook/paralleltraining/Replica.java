package workbook.paralleltraining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import workbook.autograd.Checkpoint;
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
  private int steps;

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
    return stepWith(step, (state, gradient) -> state.reduce(c, gradient));
  }

  /// The same with another way to bring the workers' gradients together.
  float[] stepWith(int step, BiConsumer<State, float[]> reduce) {
    float[] losses = gradients(step, reduce);
    for (State state : states) {
      state.update(c, step + 1);
    }
    steps = step + 1;
    return losses;
  }

  /// Keeps all that the next step depends on; for a strategy that cuts nothing, on any worker.
  void save(Path file) throws IOException {
    checkpoint().save(file, steps);
  }

  /// Goes on from there.
  ///
  /// @return how many steps were done
  int load(Path file) throws IOException {
    steps = checkpoint().load(file);
    return steps;
  }

  private Checkpoint checkpoint() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    Map<String, Tensor> memory = new LinkedHashMap<>();
    for (int u = 0; u < units.size(); u++) {
      String name = units.get(u).name();
      State state = states.get(u);
      weights.put(name, Tensor.constant(state.weights, state.weights.length));
      memory.put("mean/" + name, Tensor.constant(state.adam.mean(), state.weights.length));
      memory.put("square/" + name, Tensor.constant(state.adam.square(), state.weights.length));
    }
    return new Checkpoint("parallel-training/elastic", weights, memory, Map.of());
  }

  /// The same without the move: then every state has its gradients.
  float[] gradients(int step) {
    return gradients(step, (state, gradient) -> state.reduce(c, gradient));
  }

  private float[] gradients(int step, BiConsumer<State, float[]> reduce) {
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
        Tensor y = tape.withoutGradients(() -> unit.part().apply(tape, parameters, x, batch));
        if (u + 1 < units.size()) {
          inputs[u + 1][m] = copy(y);
        } else {
          losses[m] = y.value();
        }
      }
    }
    for (int u = units.size() - 1; u >= 0; u--) {
      reduce.accept(states.get(u), backward(u, all, from, inputs));
    }
    return losses;
  }

  /// The gradient of a unit's parameters, of this worker's micro-batches. In the inputs it leaves
  /// theirs, which is that of the output of the unit before.
  private float[] backward(int u, Batches.Batch[] all, int from, Tensor[][] inputs) {
    Unit unit = units.get(u);
    Map<String, Tensor> parameters = unit.tensors(states.get(u).gather(c));
    return Pairwise.sum(
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
  }

  /// Apart from the tape, with room for a gradient.
  private static Tensor copy(Tensor y) {
    Tensor copy = Tensor.parameter(y.shape());
    System.arraycopy(y.data(), 0, copy.data(), 0, y.size());
    return copy;
  }
}
