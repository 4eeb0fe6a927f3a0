package workbook.statespace;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Golden;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.topictest.Near;

@DisplayName("The parts of Mamba's block")
class BlockTest {

  private static final Golden GOLDEN = Golden.beside(BlockTest.class);

  private final Tape tape = new Tape(FloatKernels.best());

  @Test
  @DisplayName("softplus is PyTorch's, from -26 to 26")
  void softplus() {
    Tensor x = GOLDEN.parameter("softplus/x");
    assertGolden("softplus", Softplus.apply(tape, x), Map.of("x", x));
  }

  @Test
  @DisplayName("the short filter is PyTorch's convolution, padded on the left only")
  void convolution() {
    Tensor x = GOLDEN.parameter("convolution/x");
    Tensor weight = GOLDEN.parameter("convolution/weight");
    Tensor bias = GOLDEN.parameter("convolution/bias");
    assertGolden(
        "convolution",
        CausalConvolution.apply(tape, x, weight, bias),
        Map.of("x", x, "weight", weight, "bias", bias));
  }

  private void assertGolden(String name, Tensor y, Map<String, Tensor> inputs) {
    Near.assertClose(name, GOLDEN.floats(name + "/y"), y.data(), 1e-6);
    tape.backward(tape.sum(tape.mul(y, GOLDEN.tensor(name + "/dy"))));
    inputs.forEach((input, tensor) -> {
      String gradient = name + "/d" + input;
      Near.assertClose(gradient, GOLDEN.floats(gradient), tensor.gradient(), 1e-6);
    });
  }

  /// Both compute in float; a block rounds some dozen times.
  @Test
  @DisplayName("the whole block is Hugging Face's MambaMixer, with its gradients")
  void mixer() {
    Mamba model = new Mamba(Arm.of("mamba", true), new Mamba.Size(6, 12, 3), 9, 1);
    model
        .parameters()
        .forEach((name, tensor) -> {
          if (name.startsWith("0.") && !name.contains("norm")) {
            float[] from = GOLDEN.floats("mamba/" + name.substring(2));
            System.arraycopy(from, 0, tensor.data(), 0, tensor.size());
          }
        });
    Tensor x = GOLDEN.parameter("mamba/x");
    Tensor y = model.block(tape, "0.", x);
    Near.assertClose("y", GOLDEN.floats("mamba/y"), y.data(), 1e-6);
    tape.backward(tape.sum(tape.mul(y, GOLDEN.tensor("mamba/dy"))));
    Near.assertClose("dx", GOLDEN.floats("mamba/dx"), x.gradient(), 3e-6);
    model
        .parameters()
        .forEach((name, tensor) -> {
          if (name.startsWith("0.") && !name.contains("norm")) {
            float[] expected = GOLDEN.floats("mamba/gradient/" + name.substring(2));
            Near.assertClose(name, expected, tensor.gradient(), 3e-6);
          }
        });
  }
}
