package workbook.paralleltraining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.ScalarKernels;
import workbook.text.Batches;

/// A worker of a pipeline: it has some of the units, gets what the stage before made of a
/// micro-batch, and hands on what it makes of it. On the way back it gets and hands on gradients.
///
/// With each message goes the slot of a clock in which it was sent: a stage begins in the next slot
/// after both its own last pass and the message. So what it waits is counted, whatever the machine
/// does meanwhile.
final class Stage {

  private final Communicator c;
  private final Schedule schedule;
  private final int microBatches;
  private final boolean recompute;
  private final List<Unit> units;
  private final List<Map<String, Tensor>> parameters = new ArrayList<>();
  private final List<Adam> adams = new ArrayList<>();
  private final Memory activations = new Memory();
  private final Map<Integer, Held> held = new HashMap<>();
  private final float[] losses;
  private int clock;
  private int unitPasses;

  /// What is kept of a micro-batch between its two passes.
  private record Held(Tensor x, Tape tape, Tensor y, long bytes) {}

  /// @param recompute whether only a micro-batch's input is kept, and the rest computed again
  Stage(Communicator c, Schedule schedule, int microBatches, boolean recompute) {
    this.c = c;
    this.schedule = schedule;
    this.microBatches = microBatches;
    this.recompute = recompute;
    this.losses = new float[microBatches];
    List<Unit> all = Unit.of(Setup.CONFIG);
    Chunks shares = new Chunks(all.size(), c.size());
    int from = shares.from(c.rank());
    this.units = all.subList(from, from + shares.size(c.rank()));
    Map<String, float[]> weights = Setup.weights();
    for (Unit unit : units) {
      parameters.add(unit.tensors(unit.flat(weights)));
      adams.add(new Adam(new float[unit.size()], new float[unit.size()]));
    }
  }

  /// The most bytes of activations that were kept for the way back.
  long heldBytes() {
    return activations.peak();
  }

  /// In which slot the last pass of the last step was over.
  int clock() {
    return clock;
  }

  /// How often a micro-batch went forward through a unit, and how often back.
  int unitPasses() {
    return unitPasses;
  }

  /// One step. Only the last stage knows the losses; those of others are zeros.
  float[] step(int step) {
    clock = 0;
    Batches.Batch[] batches = Setup.microBatches(step, microBatches);
    for (Schedule.Pass pass : schedule.of(c.rank(), c.size(), microBatches)) {
      if (pass.forward()) {
        forward(pass.microBatch(), batches[pass.microBatch()]);
      } else {
        backward(pass.microBatch(), batches[pass.microBatch()]);
      }
    }
    for (int u = 0; u < units.size(); u++) {
      update(u, step + 1);
    }
    return losses;
  }

  private boolean isLast() {
    return c.rank() == c.size() - 1;
  }

  private void forward(int m, Batches.Batch batch) {
    Tensor x = null;
    if (c.rank() > 0) {
      x = Tensor.parameter(batch.rows(), batch.columns(), Setup.WIDTH);
      receive(c.rank() - 1, x.data());
    }
    clock++;
    Tensor in = x;
    Tape tape = new Tape(new ScalarKernels());
    Tensor y =
        recompute
            ? tape.withoutGradients(() -> compute(tape, in, batch))
            : compute(tape, in, batch);
    if (isLast()) {
      losses[m] = y.value();
    } else {
      send(c.rank() + 1, y.data());
    }
    long bytes = x == null ? 0 : (long) Float.BYTES * x.size();
    Held kept =
        recompute ? new Held(x, null, null, bytes) : new Held(x, tape, y, bytes + bytes(tape));
    held.put(m, kept);
    activations.take(kept.bytes());
  }

  private void backward(int m, Batches.Batch batch) {
    Held kept = held.remove(m);
    Tape tape = recompute ? new Tape(new ScalarKernels()) : kept.tape();
    Tensor y = recompute ? compute(tape, kept.x(), batch) : kept.y();
    long again = recompute ? bytes(tape) : 0;
    activations.take(again);
    if (isLast()) {
      clock++;
      tape.backward(tape.scale(y, 1f / microBatches));
    } else {
      float[] gradient = new float[y.size()];
      receive(c.rank() + 1, gradient);
      clock++;
      tape.backward(tape.sum(tape.mul(y, Tensor.constant(gradient, y.shape()))));
    }
    unitPasses += units.size();
    if (c.rank() > 0) {
      send(c.rank() - 1, kept.x().gradient());
    }
    activations.giveBack(kept.bytes() + again);
  }

  /// What a tape keeps for the way back.
  private static long bytes(Tape tape) {
    return Float.BYTES * tape.allocatedFloats();
  }

  private Tensor compute(Tape tape, Tensor x, Batches.Batch batch) {
    Tensor y = x;
    for (int u = 0; u < units.size(); u++) {
      y = units.get(u).part().apply(tape, parameters.get(u), y, batch);
      unitPasses++;
    }
    return y;
  }

  private void send(int to, float[] x) {
    c.send(to, new float[] {clock}, 0, 1);
    c.send(to, x, 0, x.length);
  }

  private void receive(int from, float[] x) {
    float[] slot = new float[1];
    c.receive(from, slot, 0, 1);
    clock = Math.max(clock, (int) slot[0]);
    c.receive(from, x, 0, x.length);
  }

  private void update(int u, int step) {
    Unit unit = units.get(u);
    float[] gradient = unit.takeGradient(parameters.get(u));
    float[] weights = new float[unit.size()];
    int at = 0;
    for (Tensor tensor : parameters.get(u).values()) {
      System.arraycopy(tensor.data(), 0, weights, at, tensor.size());
      at += tensor.size();
    }
    adams.get(u).move(weights, 0, gradient, 0, step);
    at = 0;
    for (Tensor tensor : parameters.get(u).values()) {
      System.arraycopy(weights, at, tensor.data(), 0, tensor.size());
      at += tensor.size();
    }
  }
}
