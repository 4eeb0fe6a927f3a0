package workbook.paralleltraining;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.ScalarKernels;
import workbook.lab.Example;

/// Gradient checkpointing (Chen and others, 2016): of a chain of blocks only the input of every
/// k-th is kept, and on the way back the k blocks behind it are computed again.
@Command(
    name = "parallel-training/recomputation",
    description = "Keep every k-th input of 16 blocks: bytes kept against blocks computed again.")
public final class Recomputation implements Example {

  static final int BLOCKS = 16;

  static void main(String[] args) {
    Example.main(new Recomputation(), args);
  }

  /// What one way there and back took.
  ///
  /// @param kept the most bytes of activations at once
  /// @param forward how many blocks were computed forward
  /// @param gradients of all weights and of the input
  record Passes(long kept, int forward, List<float[]> gradients) {}

  @Override
  public int run(PrintStream out) {
    Passes all = keepAll();
    out.printf("%d blocks                  bytes kept  blocks computed  gradients%n", BLOCKS);
    out.printf("all is kept            %,14d %16d%n", all.kept(), all.forward());
    for (int k : new int[] {1, 2, 4, 8, 16}) {
      Passes some = keepEvery(k);
      out.printf(
          "segments of %2d         %,14d %16d  %s%n",
          k, some.kept(), some.forward(), sameBits(all, some) ? "the same bits" : "differ");
    }
    return 0;
  }

  static boolean sameBits(Passes a, Passes b) {
    return Arrays.deepEquals(
        a.gradients().toArray(float[][]::new), b.gradients().toArray(float[][]::new));
  }

  /// A chain of equal blocks.
  private static final class Chain {

    private final Unit unit = Unit.of(Setup.CONFIG).get(1);
    private final List<Map<String, Tensor>> weights = new ArrayList<>();
    private final Memory memory = new Memory();
    private final Tensor input;
    private final float[] dy;
    private int forward;

    Chain() {
      SplittableRandom random = new SplittableRandom(5);
      for (int block = 0; block < BLOCKS; block++) {
        Map<String, Tensor> tensors = unit.tensors(new float[unit.size()]);
        tensors.values().forEach(tensor -> Init.normal(tensor, 0.2, random));
        weights.add(tensors);
      }
      input = Init.normal(Tensor.parameter(2, Setup.TIME, Setup.WIDTH), 1, random);
      dy = Init.normal(Tensor.parameter(input.shape()), 1, random).data();
    }

    Tensor compute(Tape t, Tensor x, int from, int to) {
      Tensor y = x;
      for (int block = from; block < to; block++) {
        y = unit.part().apply(t, weights.get(block), y, null);
        forward++;
      }
      return y;
    }

    Passes passes() {
      List<float[]> gradients = new ArrayList<>();
      weights.forEach(tensors -> gradients.add(unit.takeGradient(tensors)));
      gradients.add(input.gradient());
      return new Passes(memory.peak(), forward, gradients);
    }
  }

  static Passes keepAll() {
    Chain chain = new Chain();
    Tape t = new Tape(new ScalarKernels());
    Tensor y = chain.compute(t, chain.input, 0, BLOCKS);
    backward(t, y, chain.dy, chain.memory);
    return chain.passes();
  }

  static Passes keepEvery(int k) {
    Chain chain = new Chain();
    List<Tensor> inputs = new ArrayList<>(List.of(chain.input));
    for (int from = 0; from + k < BLOCKS; from += k) {
      Tape t = new Tape(new ScalarKernels());
      int start = from;
      Tensor y = t.withoutGradients(() -> chain.compute(t, inputs.getLast(), start, start + k));
      Tensor kept = Tensor.parameter(y.shape());
      System.arraycopy(y.data(), 0, kept.data(), 0, y.size());
      chain.memory.take(Float.BYTES * (long) y.size());
      inputs.add(kept);
    }
    float[] dy = chain.dy;
    for (int segment = inputs.size() - 1; segment >= 0; segment--) {
      Tape t = new Tape(new ScalarKernels());
      Tensor x = inputs.get(segment);
      Tensor y = chain.compute(t, x, segment * k, Math.min(BLOCKS, segment * k + k));
      backward(t, y, dy, chain.memory);
      if (segment > 0) {
        chain.memory.giveBack(Float.BYTES * (long) x.size());
      }
      dy = x.gradient();
    }
    return chain.passes();
  }

  /// What the tape holds is counted when it holds most: at the turn.
  private static void backward(Tape t, Tensor y, float[] dy, Memory memory) {
    long bytes = Float.BYTES * t.allocatedFloats();
    memory.take(bytes);
    t.backward(t.sum(t.mul(y, Tensor.constant(dy, y.shape()))));
    memory.giveBack(bytes);
  }
}
