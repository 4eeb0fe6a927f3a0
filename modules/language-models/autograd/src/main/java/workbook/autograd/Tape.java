package workbook.autograd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import workbook.kernels.FloatKernels;

/// Computes, and remembers in which order. Walked from the end to the beginning, the tape carries
/// the gradient of the loss back to every parameter.
///
/// A step of training is: [#reset], the operations that lead to the loss, [#backward]. For one
/// thread; what is large the kernels may share among several, which may ask for [#room] and
/// [#scratch].
public final class Tape implements Arithmetic, Functions, Products, Rows, Shapes {

  private final FloatKernels kernels;
  private final Buffers buffers = new Buffers();
  private final List<Tensor> outputs = new ArrayList<>();
  private final Set<Tensor> reached = new HashSet<>();
  private boolean recording = true;
  private boolean walked;

  public Tape(FloatKernels kernels) {
    this.kernels = kernels;
  }

  @Override
  public FloatKernels kernels() {
    return kernels;
  }

  @Override
  public Tensor output(String operation, int[] shape, Tensor... inputs) {
    return output(operation, shape, buffers.take(Shape.size(shape)), inputs);
  }

  @Override
  public Tensor outputToSet(String operation, int[] shape, Tensor... inputs) {
    return output(operation, shape, buffers.takeAsItIs(Shape.size(shape)), inputs);
  }

  private Tensor output(String operation, int[] shape, float[] data, Tensor... inputs) {
    float[] gradient = tracked(inputs) ? buffers.takeAsItIs(data.length) : null;
    return record(Tensor.output(shape, data, gradient, operation, List.of(inputs)));
  }

  @Override
  public Tensor view(String operation, int[] shape, Tensor x) {
    Tensor view = record(x.view(shape, tracked(x), operation));
    view.onBackward(() -> {}); // What is added to its gradient is added to that of x.
    return view;
  }

  @Override
  public float[] scratch(int size) {
    synchronized (buffers) {
      return buffers.take(size);
    }
  }

  @Override
  public float[] room(int size) {
    synchronized (buffers) {
      return buffers.takeAsItIs(size);
    }
  }

  private boolean tracked(Tensor... inputs) {
    if (recording) {
      for (Tensor input : inputs) {
        if (input.hasGradient()) {
          return true;
        }
      }
    }
    return false;
  }

  private Tensor record(Tensor output) {
    outputs.add(output);
    return output;
  }

  /// Adds the gradient of `loss` by each parameter to the parameter's own.
  ///
  /// Every output stands on the tape behind what it was made of. So on the way back an output's
  /// gradient is complete, all who used it having added their part, before it is passed on.
  ///
  /// @throws IllegalArgumentException if the loss has more than one element, no gradient, or is not
  ///   on this tape
  /// @throws IllegalStateException if the tape was walked before and not reset since
  public void backward(Tensor loss) {
    if (walked) {
      throw new IllegalStateException("backward a second time, without a reset in between");
    }
    if (loss.size() != 1 || !loss.hasGradient() || !outputs.contains(loss)) {
      throw new IllegalArgumentException(
          "backward: wants one number with a gradient, from this tape, and got %s".formatted(loss));
    }
    walked = true;
    loss.gradient()[0] = 1;
    reached.add(loss);
    for (Tensor output : outputs.reversed()) {
      if (reached.contains(output) && output.hasGradient()) {
        output.passBack();
        reached.addAll(output.inputs());
      }
    }
  }

  /// Does some work of which no gradient will be asked: nothing is remembered for a way back.
  public <T> T withoutGradients(Supplier<T> work) {
    boolean before = recording;
    recording = false;
    try {
      return work.get();
    } finally {
      recording = before;
    }
  }

  /// Takes back the memory of all outputs; they cannot be used any more.
  public void reset() {
    outputs.forEach(Tensor::forget);
    outputs.clear();
    reached.clear();
    buffers.reset();
    walked = false;
  }

  /// The outputs since the last reset, in the order in which they were computed.
  public List<Tensor> outputs() {
    return List.copyOf(outputs);
  }

  /// How many floats its buffers hold, in use or free. It does not grow from step to step.
  public long allocatedFloats() {
    return buffers.allocated();
  }
}
