package workbook.paralleltraining;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.ScalarKernels;

/// Once forward and once backward through a block of which every worker has a part.
///
/// @param forward bytes that this worker sent on the way forward
/// @param backward bytes that it sent on the way back
/// @param parameters how many numbers of the block it has
/// @param y what came out, and behind it the gradient of the input
record TensorRun(long forward, long backward, long parameters, float[] y) {

  /// How many sequences go through it.
  static final int BATCH = 2;

  static TensorRun of(Communicator c) {
    TensorBlock block = new TensorBlock(c);
    Tape t = new Tape(new ScalarKernels());
    SplittableRandom random = new SplittableRandom(4);
    Tensor x = Init.normal(Tensor.parameter(BATCH, Setup.TIME, Setup.WIDTH), 1, random);
    Tensor by = Init.normal(Tensor.parameter(BATCH, Setup.TIME, Setup.WIDTH), 1, random);
    long start = c.sentBytes();
    Tensor y = block.apply(t, x);
    long middle = c.sentBytes();
    t.backward(t.sum(t.mul(y, Tensor.constant(by.data(), by.shape()))));
    float[] both = new float[2 * x.size()];
    System.arraycopy(y.data(), 0, both, 0, x.size());
    System.arraycopy(x.gradient(), 0, both, x.size(), x.size());
    return new TensorRun(
        middle - start,
        c.sentBytes() - middle,
        block.parameters().values().stream().mapToLong(Tensor::size).sum(),
        both);
  }

  /// The largest difference of any number from that of another run, as a part of the largest.
  double differenceFrom(TensorRun other) {
    double largest =
        IntStream.range(0, y.length).mapToDouble(i -> Math.abs(other.y[i])).max().orElseThrow();
    return IntStream.range(0, y.length)
            .mapToDouble(i -> Math.abs(y[i] - other.y[i]))
            .max()
            .orElseThrow()
        / largest;
  }
}
