package workbook.statespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.autograd.Golden;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.kernels.ParallelKernels;
import workbook.kernels.Team;
import workbook.topictest.Near;

@DisplayName("The selective scan")
class SelectiveScanTest {

  private static final Golden GOLDEN = Golden.beside(SelectiveScanTest.class);
  private static final List<String> INPUTS = List.of("u", "delta", "a", "b", "c");

  private final Tape tape = new Tape(FloatKernels.best());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scan",
        "scan+delta",
        "scan+b",
        "scan+c",
        "scan+b+c",
        "scan+delta+b",
        "scan+delta+c",
        "scan+delta+b+c"
      })
  @DisplayName("gives what PyTorch computes place by place in double, and its gradients")
  void pytorch(String name) {
    Tensor[] x =
        INPUTS.stream().map(input -> GOLDEN.parameter(name + "/" + input)).toArray(Tensor[]::new);
    Tensor y = SelectiveScan.scan(tape, x[0], x[1], x[2], x[3], x[4]);
    Near.assertClose(name, GOLDEN.floats(name + "/y"), y.data(), 1e-6);
    tape.backward(tape.sum(tape.mul(y, GOLDEN.tensor(name + "/dy"))));
    for (int i = 0; i < x.length; i++) {
      String gradient = name + "/d" + INPUTS.get(i);
      Near.assertClose(gradient, GOLDEN.floats(gradient), x[i].gradient(), 2e-6);
    }
  }

  /// In float a central difference is off by h² and by 6e-8 / h, relative to the loss.
  @Test
  @DisplayName("passes back the gradients that differences give")
  void differences() {
    SplittableRandom random = new SplittableRandom(5);
    int[][] shapes = {{2, 5, 3}, {2, 5, 3}, {2, 3}, {2, 5, 2}, {2, 5, 2}};
    Tensor[] x = new Tensor[shapes.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = Init.normal(Tensor.parameter(shapes[i]), 1, random);
    }
    positive(x[1], 1);
    positive(x[2], -1);
    tape.backward(loss(x));
    double h = 1.0 / 128;
    for (int i = 0; i < x.length; i++) {
      float[] data = x[i].data();
      double[] expected = new double[data.length];
      for (int j = 0; j < data.length; j++) {
        float at = data[j];
        data[j] = (float) (at + h);
        double above = value(x);
        data[j] = (float) (at - h);
        double below = value(x);
        data[j] = at;
        expected[j] = (above - below) / (2 * h);
      }
      Near.assertClose("seed 5, " + INPUTS.get(i), expected, x[i].gradient(), 1e-3);
    }
  }

  private static void positive(Tensor x, int sign) {
    for (int i = 0; i < x.size(); i++) {
      x.data()[i] = sign * (Math.abs(x.data()[i]) + 0.1f);
    }
  }

  private Tensor loss(Tensor... x) {
    Tensor y = SelectiveScan.scan(tape, x[0], x[1], x[2], x[3], x[4]);
    return tape.sum(tape.mul(y, y));
  }

  private double value(Tensor... x) {
    tape.reset();
    return tape.withoutGradients(() -> loss(x).value());
  }

  @Test
  @DisplayName("gives the same bits on any number of threads")
  void threads() {
    try (Team team = new Team(3)) {
      assertThat(trained(new ParallelKernels(FloatKernels.best(), team)))
          .isEqualTo(trained(FloatKernels.best()));
    }
  }

  /// A few steps with what is the same at all places, whose gradients are sums over the sequences.
  private static float[] trained(FloatKernels kernels) {
    CopyRun run =
        new CopyRun(new CopyTask(12, 2, true), Arm.of("lti", true), Trial.SIZE, 3, 1, kernels);
    for (int step = 0; step < 3; step++) {
      run.take(step);
    }
    return run.model().parameters().get("0.logA").data();
  }

  @Test
  @DisplayName("refuses shapes that do not fit, and says which would")
  void shapes() {
    Tensor u = Tensor.parameter(2, 5, 3);
    Tensor a = Tensor.parameter(4, 3);
    Tensor b = Tensor.parameter(2, 5, 4);
    assertThatThrownBy(() -> SelectiveScan.scan(tape, u, u, a, b, Tensor.parameter(2, 5, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("selectiveScan: c must have the shape [2, 5, 4] or [4, 3], and has [2, 5, 3]");
    assertThatThrownBy(() -> SelectiveScan.scan(tape, u, Tensor.parameter(5), a, b, b))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("selectiveScan: delta must have the shape [2, 5, 3] or [3], and has [5]");
  }
}
