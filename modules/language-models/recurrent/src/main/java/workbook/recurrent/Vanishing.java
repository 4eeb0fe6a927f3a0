package workbook.recurrent;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import picocli.CommandLine.Command;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;

/// How far a gradient reaches: the norm of ∂h(T)/∂h(t), for an LSTM of ∂c(T)/∂c(t), against the
/// distance T - t. None of the networks was trained.
@Command(
    name = "recurrent/vanishing",
    description = "Measure how much of a gradient is left after how many steps.")
public final class Vanishing implements Example {

  static final int WIDTH = 32;
  static final int STEPS = 100;
  private static final long SEED = 3;

  /// Small ones leave the tanh straight, large ones bend it.
  static final float[] INPUTS = {0.01f, 3};

  private static final int[] SHOWN = {0, 1, 10, 25, 50, 100};

  static void main(String[] args) {
    Example.main(new Vanishing(), args);
  }

  @Override
  public int run(PrintStream out) {
    out.printf(
        "norm of the derivative of a state by the state k steps before; width %d, seed %d%n",
        WIDTH, SEED);
    for (float input : INPUTS) {
      out.printf(Locale.ROOT, "%n%-29s", "inputs of size %s, k =".formatted(size(input)));
      for (int distance : SHOWN) {
        out.printf("%9d", distance);
      }
      out.println();
      curves(input)
          .forEach((name, norms) -> {
            out.printf("%-29s", name);
            for (int distance : SHOWN) {
              out.printf(Locale.ROOT, "%9.2g", norms[distance]);
            }
            out.println();
          });
    }
    return 0;
  }

  static String size(float input) {
    return String.format(Locale.ROOT, input < 1 ? "%.2f" : "%.0f", input);
  }

  /// By name, the norms for the distances 0 to [#STEPS].
  static Map<String, double[]> curves(float input) {
    Map<String, double[]> curves = new LinkedHashMap<>();
    for (double radius : new double[] {0.9, 1, 1.1}) {
      curves.put(
          String.format(Locale.ROOT, "RNN, spectral radius %.1f", radius),
          norms(rnn(radius), input));
    }
    for (int bias : new int[] {0, 1, 2}) {
      curves.put("LSTM, forget bias %d".formatted(bias), norms(lstm(bias), input));
    }
    curves.put("LSTM, bias 2, no feedback", norms(withoutFeedback(lstm(2)), input));
    curves.put("gate alone, f^k, f = σ(2)", powers(1 / (1 + StrictMath.exp(-2))));
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
    Arrays.fill(biases, WIDTH, 2 * WIDTH, bias);
    return cell;
  }

  /// The same cell with no way from its output back into its gates.
  private static LstmCell withoutFeedback(LstmCell cell) {
    Init.constant(cell.weights().recurrent(), 0);
    return cell;
  }

  private static double[] powers(double factor) {
    double[] powers = new double[STEPS + 1];
    Arrays.setAll(powers, distance -> StrictMath.pow(factor, distance));
    return powers;
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
    State[] states = new State[STEPS + 1];
    states[0] =
        new State(Stream.generate(() -> Tensor.parameter(WIDTH, WIDTH)).limit(parts).toList());
    SplittableRandom random = new SplittableRandom(SEED);
    for (int step = 0; step < STEPS; step++) {
      float[] same = new float[WIDTH];
      Arrays.fill(same, (float) (input * Init.normal(random)));
      Tensor x = cell.weights().ofInput(tape, Tensor.constant(same, WIDTH, 1));
      states[step + 1] = cell.step(tape, x, states[step]);
    }
    Tensor identity = Tensor.constant(new float[WIDTH * WIDTH], WIDTH, WIDTH);
    for (int i = 0; i < WIDTH; i++) {
      identity.data()[i * WIDTH + i] = 1;
    }
    tape.backward(tape.sum(tape.mul(kept(states[STEPS]), identity)));
    double[] norms = new double[STEPS + 1];
    for (int distance = 0; distance <= STEPS; distance++) {
      norms[distance] = norm(kept(states[STEPS - distance]).gradient());
    }
    return norms;
  }

  /// What goes on from step to step: the memory of an LSTM, else the output.
  private static Tensor kept(State state) {
    return state.parts().getLast();
  }

  /// The spectral norm: by how much it can lengthen a change at most.
  private static double norm(float[] matrix) {
    DMatrixRMaj jacobian = new DMatrixRMaj(WIDTH, WIDTH);
    for (int i = 0; i < matrix.length; i++) {
      jacobian.data[i] = matrix[i];
    }
    var svd = DecompositionFactory_DDRM.svd(false, false, false);
    svd.decompose(jacobian);
    return CommonOps_DDRM.elementMax(new DMatrixRMaj(svd.getSingularValues()));
  }
}
