package workbook.paralleltraining;

import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// The two operations between which tensor parallelism puts a pair of matrices, as Megatron-LM
/// calls them (Shoeybi and others, 2019, figure 3). Each is the other's backward pass.
record MegatronOps(Communicator c) {

  /// f: forward nothing happens, for every worker has the whole input; backward the gradients that
  /// each worker's part of the matrix sends back are added up.
  Tensor f(Tape t, Tensor x) {
    Tensor y = t.outputToSet("f", x.shape(), x);
    System.arraycopy(x.data(), 0, y.data(), 0, x.size());
    y.onBackward(() -> {
      float[] sum = y.gradient().clone();
      Ring.allReduce(c, sum);
      for (int i = 0; i < sum.length; i++) {
        x.gradient()[i] += sum[i];
      }
    });
    return y;
  }

  /// g: forward the workers' partial results are added up; backward nothing happens.
  Tensor g(Tape t, Tensor x) {
    Tensor y = t.outputToSet("g", x.shape(), x);
    System.arraycopy(x.data(), 0, y.data(), 0, x.size());
    Ring.allReduce(c, y.data());
    y.onBackward(() -> {
      for (int i = 0; i < y.size(); i++) {
        x.gradient()[i] += y.gradient()[i];
      }
    });
    return y;
  }
}
