package workbook.recurrent;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;

/// How much of a change reaches how far: the norm of ∂h(T)/∂h(t), against the distance T - t.
///
/// `./workbook run recurrent/vanishing`
public final class Vanishing {

  static final int WIDTH = 32;
  static final int STEPS = 100;
  private static final long SEED = 3;
  private static final int[] SHOWN = {0, 1, 10, 25, 50, 100};

  private Vanishing() {}

  static void main(String[] args) {
    int status = run(System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// @return the exit status: 0, or 2 if there are arguments
  static int run(PrintStream out, PrintStream err, String... args) {
    if (args.length > 0) {
      err.println("recurrent/vanishing: takes no arguments, and there was: " + args[0]);
      return 2;
    }
    out.printf(
        "norm of the derivative of the state by the state so many steps before; width %d, seed %d%n",
        WIDTH, SEED);
    out.printf("%-26s", "");
    for (int distance : SHOWN) {
      out.printf("%10d", distance);
    }
    out.println();
    curves().forEach((name, norms) -> {
      out.printf("%-26s", name);
      for (int distance : SHOWN) {
        out.printf(Locale.ROOT, "%10.2g", norms[distance]);
      }
      out.println();
    });
    return 0;
  }

  /// By name, the norms for the distances 0 to [#STEPS].
  static Map<String, double[]> curves() {
    Map<String, double[]> curves = new LinkedHashMap<>();
    for (double radius : new double[] {0.9, 1, 1.1}) {
      curves.put(
          String.format(Locale.ROOT, "RNN, spectral radius %.1f", radius),
          norms(rnn(radius), 0.01f));
    }
    for (int bias : new int[] {0, 1, 4}) {
      curves.put("LSTM, forget bias %d".formatted(bias), norms(lstm(bias), 0.01f));
    }
    return curves;
  }

  /// An RNN whose recurrent matrix turns the state and makes it `radius` times as long: all its
  /// eigenvalues have that absolute value.
  static RnnCell rnn(double radius) {
    SplittableRandom random = new SplittableRandom(SEED);
    RnnCell cell = RnnCell.random(1, WIDTH, random);
    DMatrixRMaj normal = new DMatrixRMaj(WIDTH, WIDTH);
    for (int i = 0; i < normal.data.length; i++) {
      normal.data[i] = Init.normal(random);
    }
    var qr = DecompositionFactory_DDRM.qr(WIDTH, WIDTH);
    qr.decompose(normal);
    DMatrixRMaj turning = qr.getQ(null, false);
    float[] recurrent = cell.weights().recurrent().data();
    for (int i = 0; i < recurrent.length; i++) {
      recurrent[i] = (float) (radius * turning.data[i]);
    }
    Init.constant(cell.weights().inputBias(), 0);
    Init.constant(cell.weights().recurrentBias(), 0);
    return cell;
  }

  /// An LSTM as PyTorch begins, but for the biases: 0, and `bias` for the forget gate.
  static LstmCell lstm(float bias) {
    LstmCell cell = LstmCell.random(1, WIDTH, new SplittableRandom(SEED));
    Init.constant(cell.weights().recurrentBias(), 0);
    float[] biases = Init.constant(cell.weights().inputBias(), 0).data();
    java.util.Arrays.fill(biases, WIDTH, 2 * WIDTH, bias);
    return cell;
  }

  /// The norms of the Jacobian matrices of the state after [#STEPS] steps by the states before.
  ///
  /// One walk back gives the gradient of one number. But the rows of a batch do not know of each
  /// other: here all read the same, and what is followed back is in each row another element of the
  /// last state. So the gradient of an earlier state is the Jacobian matrix, row by row.
  ///
  /// @param input the size of the random inputs
  static double[] norms(Cell cell, float input) {
    Tape tape = new Tape(FloatKernels.best());
    int parts = cell.start(1).parts().size();
    int size = parts * WIDTH;
    State[] states = new State[STEPS + 1];
    states[0] =
        new State(
            java.util.stream.Stream.generate(() -> Tensor.parameter(size, WIDTH))
                .limit(parts)
                .toList());
    SplittableRandom random = new SplittableRandom(SEED);
    for (int step = 0; step < STEPS; step++) {
      float[] same = new float[size];
      java.util.Arrays.fill(same, (float) (input * Init.normal(random)));
      Tensor x = cell.weights().ofInput(tape, Tensor.constant(same, size, 1));
      states[step + 1] = cell.step(tape, x, states[step]);
    }
    Tensor last = tape.concat(1, states[STEPS].parts().toArray(Tensor[]::new));
    float[] identity = new float[size * size];
    for (int i = 0; i < size; i++) {
      identity[i * size + i] = 1;
    }
    tape.backward(tape.sum(tape.mul(last, Tensor.constant(identity, size, size))));
    double[] norms = new double[STEPS + 1];
    for (int distance = 0; distance <= STEPS; distance++) {
      norms[distance] = norm(jacobian(states[STEPS - distance], size));
    }
    return norms;
  }

  private static DMatrixRMaj jacobian(State state, int size) {
    DMatrixRMaj jacobian = new DMatrixRMaj(size, size);
    for (int part = 0; part < state.parts().size(); part++) {
      float[] gradient = state.parts().get(part).gradient();
      for (int i = 0; i < gradient.length; i++) {
        jacobian.set(i / WIDTH, part * WIDTH + i % WIDTH, gradient[i]);
      }
    }
    return jacobian;
  }

  /// The spectral norm: by how much it can lengthen a change at most.
  private static double norm(DMatrixRMaj matrix) {
    var svd = DecompositionFactory_DDRM.svd(false, false, false);
    svd.decompose(matrix);
    return CommonOps_DDRM.elementMax(new DMatrixRMaj(svd.getSingularValues()));
  }
}
